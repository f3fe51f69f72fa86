/** `npm start`: installs and builds what is missing, then opens Armillary in Electron, or else in the browser. */
import { spawn } from 'node:child_process';
import { findElectron, hasScreen, sandboxArguments } from './electron.mjs';
import { ensureBuilt, ensureInstalled, projectNode, root, say } from './setup.mjs';

/** An Electron that ends so soon with an error never showed a window. */
const tooSoonMs = 5_000;

const given = process.argv.slice(2);

/** Runs a program to its end. Ctrl+C reaches it by the terminal; we wait for it to close its notebooks. */
function run(command, args, env) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Resolves to its exit code, or to words that say why it could not run. */
async function inElectron() {
  if (!hasScreen()) return 'this machine has no display';
  const found = findElectron();
  if (found.path === undefined) return found.reason;
  const began = Date.now();
  const code = await run(found.path, [root, ...sandboxArguments(), ...given], found.env);
  return code !== 0 && Date.now() - began < tooSoonMs ? `it stopped at once with code ${code}` : code;
}

async function inBrowser() {
  const notebook = given.find((argument) => argument.endsWith('.armillary'));
  return run(projectNode, ['build/main/cli.js', 'serve', ...(notebook === undefined ? [] : ['--notebook', notebook])], {});
}

ensureInstalled();
ensureBuilt();
let outcome = await inElectron();
if (typeof outcome === 'string') {
  say(`Electron cannot run here (${outcome}); opening the notebook in the browser instead.`);
  outcome = await inBrowser();
}
process.exitCode = outcome;

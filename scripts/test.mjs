/** `npm test`: sets itself up, then types, lint, unit, terminal, contract and end-to-end tests. `--only e2e` for those alone. */
import { ensureBuilt, ensureInstalled, runOrExit, say } from './setup.mjs';
import { findWindows, onScreen } from './windows.mjs';

const onlyEndToEnd = process.argv.includes('--only') && process.argv.includes('e2e');
const rest = process.argv.slice(2).filter((argument) => argument !== '--only' && argument !== 'e2e');

function step(name, command, args, env) {
  const began = Date.now();
  say(`${name} …`);
  runOrExit(command, args, env);
  say(`${name}: passed in ${Math.round((Date.now() - began) / 1000)} s`);
}

ensureInstalled();
ensureBuilt();
if (!onlyEndToEnd) {
  step('types', 'npx', ['tsc', '-b']);
  step('lint', 'npx', ['biome', 'ci']);
  step('unit, terminal and contract tests', 'npx', ['vitest', 'run']);
}
const { env, noElectron } = findWindows();
if (noElectron !== null) say(`SKIPPED: the end-to-end tests in Electron (${noElectron})`);
const [command, ...args] = onScreen(['npx', 'playwright', 'test', ...rest]);
step('end-to-end tests', command, args, env);

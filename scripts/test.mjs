/** `npm test`: sets itself up, then types, lint, unit, terminal, contract and end-to-end tests. `--only e2e` for those alone. */
import { ensureChromium, onPath } from './chromium.mjs';
import { findElectron, hasScreen } from './electron.mjs';
import { ensureBuilt, ensureInstalled, runOrExit, say } from './setup.mjs';

const onlyEndToEnd = process.argv.includes('--only') && process.argv.includes('e2e');
const rest = process.argv.slice(2).filter((argument) => argument !== '--only' && argument !== 'e2e');

function step(name, command, args, env) {
  const began = Date.now();
  say(`${name} …`);
  runOrExit(command, args, env);
  say(`${name}: passed in ${Math.round((Date.now() - began) / 1000)} s`);
}

/** What the end-to-end tests learn from their environment: see playwright.config.ts. */
function endToEndEnvironment() {
  const chromium = { ...process.env, CHROMIUM: ensureChromium() };
  const found = hasScreen() || onPath('xvfb-run') ? findElectron() : { reason: 'there is neither a display nor xvfb-run' };
  if (found.path === undefined) {
    say(`SKIPPED: the end-to-end tests in Electron (${found.reason})`);
    return chromium;
  }
  return { ...chromium, ...found.env, ARMILLARY_TEST_ELECTRON: '1' };
}

ensureInstalled();
ensureBuilt();
if (!onlyEndToEnd) {
  step('types', 'npx', ['tsc', '-b']);
  step('lint', 'npx', ['biome', 'ci']);
  step('unit, terminal and contract tests', 'npx', ['vitest', 'run']);
}
const env = endToEndEnvironment();
const playwright = ['npx', 'playwright', 'test', ...rest];
const [command, ...args] = hasScreen() ? playwright : ['xvfb-run', '-a', ...playwright];
step('end-to-end tests', command, args, env);

/** What tests and benches need to open windows: a Chromium, an Electron where one can run, a screen. */
import { ensureChromium, onPath } from './chromium.mjs';
import { findElectron, hasScreen } from './electron.mjs';

/** Variables for the tests, and why Electron is left out where it is. */
export function findWindows() {
  const chromium = { ...process.env, CHROMIUM: ensureChromium() };
  const found = hasScreen() || onPath('xvfb-run') ? findElectron() : { reason: 'there is neither a display nor xvfb-run' };
  if (found.path === undefined) return { env: chromium, noElectron: found.reason };
  return { env: { ...chromium, ...found.env, ARMILLARY_TEST_ELECTRON: '1' }, noElectron: null };
}

/** The command, on a screen that nobody sees where there is none that somebody does. */
export function onScreen(command) {
  return hasScreen() || !onPath('xvfb-run') ? command : ['xvfb-run', '-a', ...command];
}

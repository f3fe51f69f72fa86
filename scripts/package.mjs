/** `npm run package`: builds, then packs the program into an unpacked directory under dist/. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, runOrExit } from './setup.mjs';

/** An Electron that is on this machine already, instead of a download. */
function electronAtHand() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return [];
  return [`-c.electronDist=${folder}`, `-c.electronVersion=${readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')}`];
}

ensureInstalled();
ensureBuilt();
const targets = process.argv.slice(2);
runOrExit('npx', ['electron-builder', ...(targets.length > 0 ? targets : ['--dir']), '--publish', 'never', ...electronAtHand()]);

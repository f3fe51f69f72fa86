/** `npm run bench -- NAME [--json]`: runs tests/bench/NAME.bench.ts. With --json, stdout is one JSON document. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, projectNode, root, runOrExit, say } from './setup.mjs';
import { findWindows, onScreen } from './windows.mjs';

const [name, ...rest] = process.argv.slice(2);
const folder = join(root, 'tests', 'bench');
const ending = '.bench.ts';
const names = readdirSync(folder).flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []));
if (name === undefined || !existsSync(join(folder, name + ending))) {
  say(`which bench? There are: ${names.join(', ')}`);
  process.exit(2);
}
ensureInstalled();
ensureBuilt();
const { env, noElectron } = findWindows();
if (noElectron !== null) say(`without Electron (${noElectron})`);
const [command, ...args] = onScreen([projectNode, join(folder, name + ending), ...rest]);
runOrExit(command, args, env);

/** Brings a checkout to where it can run: packages as the lock file says, bundles as the sources say. Node's own modules alone. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The Node that the project brings along: the engine needs a newer one than many machines have. */
export const projectNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

export function say(message) {
  console.error(`armillary: ${message}`);
}

/** Runs a command to its end with its output shown; ends this program where it fails. */
export function runOrExit(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (error) say(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** Whether node_modules holds what the lock file asks for. Packages for other machines may be missing. */
function installed() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const wanted = readJson('package-lock.json').packages;
  const there = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || there[path]?.version === version || (optional && there[path] === undefined),
  );
}

export function ensureInstalled() {
  if (installed()) return;
  say('installing the packages of package-lock.json (npm ci; a minute or two, once) …');
  runOrExit('npm', ['ci', '--no-audit', '--no-fund']);
}

const builtFrom = [
  'contract',
  'anchoring',
  'main',
  'renderer',
  'scripts/bundle.mjs',
  'scripts/lexical-root-text.ts',
  'vite.config.ts',
  'package-lock.json',
];
const stamp = join(root, 'build', 'built-from');

/** A hash over everything that the bundles are made from. */
export function sourcesHash() {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  for (const path of builtFrom) {
    if (path.includes('.')) add(path);
    else {
      const files = readdirSync(join(root, path), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) add(file.slice(root.length + 1));
    }
  }
  return hash.digest('hex');
}

export function markBuilt(hash) {
  writeFileSync(stamp, hash);
}

/** Puts `armillary` where npx looks first; npm links the programs of a package's dependencies, not its own. */
export function linkTerminal() {
  const program = join(root, 'build', 'main', 'cli.js');
  const link = join(root, 'node_modules', '.bin', 'armillary');
  rmSync(link, { force: true });
  if (process.platform === 'win32') writeFileSync(`${link}.cmd`, `@node "${program}" %*\r\n`);
  else symlinkSync(join('..', '..', 'build', 'main', 'cli.js'), link);
  chmodSync(program, 0o755);
}

/** Builds where the sources are not those of the last build. */
export function ensureBuilt() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()) linkTerminal();
  else {
    say('building …');
    runOrExit(projectNode, ['scripts/bundle.mjs']);
  }
}

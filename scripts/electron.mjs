/** Finds an Electron that can run here. The npm package `electron` fetches its binary when it is first asked for it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './setup.mjs';

const engineNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
/** The Node-API that better-sqlite3's binary needs. An older Electron has its engine run in the project's own Node. */
const neededNodeApi = 10;

export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Chromium's sandbox does not run as root, which is what containers and some test machines run everything as. */
export function sandboxArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function lastLine(text) {
  return (
    text
      ?.trim()
      .split('\n')
      .findLast((line) => /\w/.test(line) && !/^(\s+at |Node\.js v)/.test(line)) ?? ''
  );
}

/** `{ path, env }`: what to start and what it needs beside our environment. Or `{ reason }`, in words, why there is none. */
export function findElectron() {
  if (!process.env.ELECTRON_OVERRIDE_DIST_PATH && !existsSync(join(root, 'node_modules/electron/dist')))
    say('fetching Electron (about 120 MB, once) …');
  const asked = spawnSync(process.execPath, ['-e', 'process.stdout.write("\\n" + require("electron"))'], { cwd: root, encoding: 'utf8' });
  const path = lastLine(asked.stdout);
  if (asked.status !== 0 || !existsSync(path)) return { reason: 'its program could not be downloaded' };
  const version = spawnSync(path, ['-p', 'process.versions.napi'], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (version.status !== 0) return { reason: lastLine(version.stderr) || 'its program does not start' };
  const old = Number(version.stdout) < neededNodeApi;
  return { path, env: old ? { ARMILLARY_ENGINE_NODE: engineNode } : {} };
}

/** Finds or installs a Chromium for the tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { runOrExit, say } from './setup.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export function onPath(name) {
  return process.env.PATH?.split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

function playwrights() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  return chromium.executablePath();
}

function find() {
  const candidates = [process.env.CHROMIUM, ...names.map(onPath), ...places, playwrights()];
  return candidates.find((path) => path && existsSync(path));
}

/** The path of a Chromium; ends this program where none can be had. */
export function ensureChromium() {
  const there = find();
  if (there !== undefined) return there;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    say('installing Chromium for the tests (apt-get install chromium) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit', env });
  } else {
    say('downloading Chromium for the tests (playwright install chromium) …');
    runOrExit('npx', ['playwright', 'install', 'chromium']);
  }
  const installed = find();
  if (installed !== undefined) return installed;
  say('no Chromium for the end-to-end tests: install one, or name it in the variable CHROMIUM.');
  process.exit(1);
}

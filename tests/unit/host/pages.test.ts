import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage, resolvePage } from '../../../main/host/pages.ts';
import { tempFolder } from './temp-folder.ts';

describe('the file a path names', () => {
  test.each([
    ['/', '/pages/index.html'],
    ['/index.html', '/pages/index.html'],
    ['/assets/main-1a2b.js', '/pages/assets/main-1a2b.js'],
    ['/assets/Source%20Serif.woff2', '/pages/assets/Source Serif.woff2'],
  ])('%s', (path, file) => {
    expect(resolvePage('/pages', path)).toBe(file);
  });

  test.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.html',
    '/..\\secret.html',
    '/%5c..%5csecret.html',
    '/C:/secret.html',
    '/.git/index.html',
    '/index.html%00.js',
    '/%E0%A4%A',
    '/assets/main.js.map',
    '/assets',
    'index.html',
    '',
  ])('%j names none that may be served', (path) => {
    expect(resolvePage('/pages', path)).toBeNull();
  });
});

describe('a page', () => {
  test('goes out with its type, the policy and nothing to guess', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    const page = await readPage(folder, '/', "'none'");
    expect(page?.body.toString()).toBe('<!doctype html>');
    expect(page?.headers).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self';.*connect-src 'none';/),
    });
  });

  test('that is not there, or is a folder, is none', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'folder.js'));
    expect(await readPage(folder, '/missing.js', "'none'")).toBeNull();
    expect(await readPage(folder, '/folder.js', "'none'")).toBeNull();
  });
});

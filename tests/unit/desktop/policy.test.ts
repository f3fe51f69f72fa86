import { describe, expect, test } from 'vitest';
import { allowedLink, isOwnPage, isOwnRequest, notebookArgument, ownPath } from '../../../main/desktop/policy.ts';

test.each([
  ['app://armillary/index.html', true],
  ['app://armillary/index.html#x', true],
  ['app://armillary', true],
  ['app://evil/index.html', false],
  ['app://armillary.evil/index.html', false],
  ['app://armillary@evil/index.html', false],
  ['app://user@armillary/index.html', false],
  ['app:armillary', false],
  ['https://armillary/index.html', false],
  ['file:///app/armillary/index.html', false],
  ['about:blank', false],
  ['data:text/html,app://armillary/', false],
  ['', false],
])('%j is a page of ours: %s', (url, own) => {
  expect(isOwnPage(url)).toBe(own);
});

test.each([
  ['GET', 'app://armillary/assets/a.js', '/assets/a.js'],
  ['GET', 'app://armillary/a/../../b.js', '/b.js'],
  ['GET', 'app://armillary/%2e%2e/b.js', '/b.js'],
  ['POST', 'app://armillary/index.html', null],
  ['GET', 'app://other/index.html', null],
])('%s %s asks for %s', (method, url, path) => {
  expect(ownPath(method, url)).toBe(path);
});

describe('links that may leave for the browser', () => {
  test.each(['https://example.org/a?b#c', 'https://пример.рф/', 'HTTPS://EXAMPLE.ORG'])('%s may', (url) => {
    expect(allowedLink(url)?.protocol).toBe('https:');
  });

  test.each([
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'mailto:ana@example.org',
    'https://bank.example@evil.example/',
    'https://:secret@evil.example/',
    'ms-msdt:/id',
    'example.org',
    '',
  ])('%j may not', (url) => {
    expect(allowedLink(url)).toBeNull();
  });
});

test.each([
  ['app://armillary/assets/a.woff2', true],
  ['blob:app://armillary/1', true],
  ['https://fonts.example/a.woff2', false],
  ['http://127.0.0.1:9/', false],
  ['file:///etc/passwd', false],
  ['ws://127.0.0.1/', false],
])('a window’s request to %s is sent: %s', (url, sent) => {
  expect(isOwnRequest(url)).toBe(sent);
});

test.each([
  [['armillary'], null],
  [['armillary', '/n/Energy.armillary'], '/n/Energy.armillary'],
  [['armillary', 'Energy.armillary'], '/desk/Energy.armillary'],
  [['electron', '.', '--no-sandbox', 'sub/Energy.ARMILLARY'], '/desk/sub/Energy.ARMILLARY'],
  [['armillary', '--flag=x.armillary', 'letter.txt'], null],
])('%j names %s', (argv, file) => {
  expect(notebookArgument(argv, '/desk')).toBe(file);
});

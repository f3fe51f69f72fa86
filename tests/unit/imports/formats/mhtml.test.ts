import { describe, expect, test } from 'vitest';
import { readMhtml } from '../../../../main/engine/imports/formats/mhtml.ts';
import { encodeAs } from '../encode.ts';
import { bytesOf, fixture } from '../fixtures.ts';
import { outlineOf } from './outline.ts';

test('a page that Chrome saved', () => {
  const draft = readMhtml(fixture('seed.mhtml'));
  expect(draft.claims).toMatchObject({
    title: 'The lock opens',
    author: 'Ida Marsh',
    url: 'https://news.example.org/river/lock.html',
    language: 'en',
  });
  expect(draft.base).toBe('https://news.example.org/river/lock.html');
  expect(outlineOf(draft)).toEqual(['h1 The lock opens', 'p The keepers of Värn open the lock on Monday, and the tolls stay.']);
});

test('a page that Word saved: another part first, base64, its charset named', () => {
  const page = Buffer.from(encodeAs('<html><body><p>Цены на зерно выросли.</p></body></html>', 'windows-1251')).toString('base64');
  const parts = [
    'Content-Location: file:///C:/a/filelist.xml\nContent-Type: text/xml\n\n<xml/>',
    `Content-Location: file:///C:/a.htm\nContent-ID: <page>\nContent-Type: text/html; charset="windows-1251"\nContent-Transfer-Encoding: base64\n\n${page}`,
  ];
  const draft = readMhtml(
    bytesOf(`MIME-Version: 1.0\nContent-Type: multipart/related; start="<page>"; boundary="b"\n\n--b\n${parts.join('\n--b\n')}\n--b--\n`),
  );
  expect(outlineOf(draft)).toEqual(['p Цены на зерно выросли.']);
  expect(draft.claims.url).toBe('');
});

describe('what cannot be read', () => {
  test.each([
    ['cut short', fixture('seed.mhtml').slice(0, 700), /cut short/],
    ['no parts', bytesOf('MIME-Version: 1.0\nContent-Type: multipart/related\n\nText.'), /not a saved web archive/],
    [
      'no page',
      bytesOf('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--\n'),
      /no page/,
    ],
  ])('%s', (_, bytes, words) => {
    expect(() => readMhtml(bytes)).toThrow(expect.objectContaining({ kind: 'invalid', message: expect.stringMatching(words) }));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArmillaryError } from '../../../contract/index.ts';
import { isZip, openZip, type ZipEntry, type ZipLimits } from '../../../main/engine/imports/containers/zip.ts';
import { makeZip, type ZipPart } from './formats/make-zip.ts';

const limits: ZipLimits = { entries: 100, entryBytes: 20_000_000, totalBytes: 30_000_000 };
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function onlyEntry(part: ZipPart): Promise<ZipEntry> {
  const [entry] = await openZip(makeZip([part]), limits);
  if (entry === undefined) throw new Error('The archive is empty.');
  return entry;
}

async function readAll(bytes: Uint8Array): Promise<string[]> {
  const texts: string[] = [];
  for (const entry of await openZip(bytes, limits)) texts.push(`${entry.name}: ${decode(await entry.read())}`);
  return texts;
}

test('packed, stored and empty files and folders come out as they went in', async () => {
  const bytes = makeZip([
    { name: 'one/two.txt', content: 'Two.' },
    { name: 'stored.txt', content: 'Stored.', stored: true },
    { name: 'empty.txt', content: '' },
    { name: 'one/', content: '' },
  ]);
  expect(isZip(bytes)).toBe(true);
  expect(await readAll(bytes)).toEqual(['one/two.txt: Two.', 'stored.txt: Stored.', 'empty.txt: ', 'one/: ']);
  expect((await openZip(bytes, limits)).map(({ isFolder, size }) => [isFolder, size])).toEqual([
    [false, 4],
    [false, 7],
    [false, 0],
    [true, 0],
  ]);
});

test('an empty archive has no files', async () => {
  expect(await openZip(makeZip([]), limits)).toEqual([]);
});

describe('names', () => {
  const dos = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  test.each([
    ['in UTF-8, declared', 'Отчёт.txt', 'Отчёт.txt'],
    ['in UTF-8, undeclared', new TextEncoder().encode('報告.txt'), '報告.txt'],
    ['in code page 866, as Windows packs in Russia', dos('\x8e\xe2\xe7\xf1\xe2.txt'), 'Отчёт.txt'],
    ['in code page 437', dos('r\x82sum\x82.txt'), 'résumé.txt'],
    ['with the slashes of Windows', 'folder\\a.txt', 'folder/a.txt'],
    ['composed, where a Mac takes letters apart', '\u0438\u0306.txt', 'й.txt'],
  ])('%s', async (_, name, expected) => {
    expect((await onlyEntry({ name, content: 'x' })).name).toBe(expected);
  });

  test.each(['../up.txt', 'a/../../up.txt', '..\\up.txt', '/root.txt', 'C:\\root.txt', 'C:root.txt', '\\\\host\\share', 'a\u0000b', ''])(
    'one that leads out of the archive or is none is refused: %j',
    async (name) => {
      const bytes = makeZip([
        { name, content: 'x' },
        { name: 'good.txt', content: 'Good.' },
      ]);
      const [bad, good] = await openZip(bytes, limits);
      expect(bad?.refused?.message).toMatch(/leads out of the archive/);
      await expect(bad?.read()).rejects.toThrow(ArmillaryError);
      expect(decode((await good?.read()) ?? new Uint8Array())).toBe('Good.');
    },
  );
});

describe('bad archives', () => {
  const twoFiles = makeZip([
    { name: 'a.txt', content: 'First. '.repeat(50) },
    { name: 'b.txt', content: 'Second. '.repeat(50) },
  ]);

  test.each([
    ['one that is none', new TextEncoder().encode('Plain text.'), /not the ZIP archive/],
    ['one cut short', twoFiles.subarray(0, twoFiles.length - 30), /cut short/],
    [
      'one with more files than the limit',
      makeZip(Array.from({ length: 101 }, (_, n) => ({ name: `${n}`, content: '' }))),
      /lists 101 files/,
    ],
    [
      'one that unpacks to more than the limit',
      makeZip(Array.from({ length: 4 }, (_, n) => ({ name: `${n}`, content: 'x', lies: { size: 9_000_000 } }))),
      /would unpack to more than 30 MB from 1 KB/,
    ],
    ['one locked strongly', makeZip([{ name: 'a', content: 'x', lies: { flags: 0x41 } }]), /password/],
  ])('%s', async (_, bytes, message) => {
    await expect(openZip(bytes, limits)).rejects.toThrow(message);
  });

  test.each<[string, ZipPart, RegExp]>([
    ['locked', { name: 'a', content: 'x', lies: { flags: 1 } }, /password/],
    ['packed in another way', { name: 'a', content: 'x', lies: { method: 14 } }, /does not unpack/],
    ['a bomb that says so', { name: 'a', content: new Uint8Array(25_000_000) }, /would unpack to 25 MB from 25 KB/],
    ['a bomb by its ratio', { name: 'a', content: new Uint8Array(15_000_000) }, /would unpack to 15 MB/],
    ['a bomb that hides it', { name: 'a', content: new Uint8Array(15_000_000), lies: { size: 100 } }, /bigger than it says/],
    ['shorter than it says', { name: 'a', content: 'short', lies: { size: 100 } }, /not what it was/],
    ['changed since', { name: 'a', content: 'changed', lies: { sum: 1 } }, /not what it was/],
    ['not packed at all', { name: 'a', content: 'plain', stored: true, lies: { method: 8 } }, /cannot be unpacked/],
  ])('a file in it that is %s', async (_, part, message) => {
    await expect((await onlyEntry(part)).read()).rejects.toThrow(message);
  });

  test('whatever is changed in an archive, it is read or refused with a message', async () => {
    const change = fc.tuple(fc.nat(twoFiles.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(twoFiles.length), async (changes, length) => {
        const bytes = twoFiles.slice(0, length % 3 === 0 ? length : undefined);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        await readAll(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(ArmillaryError));
      }),
      { numRuns: 2000 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import { filesIn } from '../../../../main/engine/imports/formats/archive.ts';
import { encodeAs } from '../encode.ts';
import { fixture } from '../fixtures.ts';
import { makeZip, type ZipPart } from './make-zip.ts';

/** Every file's path with its text, or what its error says. */
async function list(bytes: Uint8Array): Promise<string[]> {
  const files: string[] = [];
  for await (const file of filesIn('a.zip', bytes)) {
    files.push('error' in file ? `${file.name} ! ${file.error.message}` : `${file.name}: ${new TextDecoder().decode(file.bytes)}`);
  }
  return files;
}

const text = (name: string | Uint8Array, content = 'Text.'): ZipPart => ({ name, content });

test('files are named by their path, those of archives within it too', async () => {
  const inner = makeZip([text('June.txt', 'June.'), { name: 'deep.zip', content: makeZip([text('July.txt', 'July.')]) }]);
  expect(await list(makeZip([text('2026/', ''), text('2026/May.txt', 'May.'), { name: '2026/more.ZIP', content: inner }]))).toEqual([
    'a.zip/2026/May.txt: May.',
    'a.zip/2026/more.ZIP/June.txt: June.',
    'a.zip/2026/more.ZIP/deep.zip/July.txt: July.',
  ]);
});

test('what systems leave behind is passed over', async () => {
  const litter = ['__MACOSX/._a.txt', '.DS_Store', 'x/.DS_Store', 'Thumbs.db', 'x/desktop.ini', '._a.txt', '~$report.docx'];
  expect(await list(makeZip([...litter.map((name) => text(name)), text('a.txt')]))).toEqual(['a.zip/a.txt: Text.']);
});

describe('names in the letters of a country', () => {
  test.each([
    ['Russian, as Windows packs them', 'ibm866', 'Отчёт о ценах.txt'],
    ['Chinese, as Windows packs them', 'gb18030', '会议纪要.txt'],
    ['UTF-8 without a word of it', 'utf-8', 'Отчёт – 报告.txt'],
  ])('%s', async (_, encoding, name) => {
    expect(await list(makeZip([text(encodeAs(name, encoding))]))).toEqual([`a.zip/${name}: Text.`]);
  });
});

describe('what cannot be read stops nothing else', () => {
  const leave = /leads out of the archive/;
  test.each([
    ['a path that leads out', text('../../etc/passwd'), leave],
    ['an absolute path', text('/etc/passwd'), leave],
    ['a drive', text('C:\\Windows\\a.txt'), leave],
    ['a password', { ...text('a.txt'), lies: { flags: 0x801 } }, /locked with a password/],
    ['a wrong sum', { ...text('a.txt'), lies: { sum: 1 } }, /not what it was/],
    ['a bomb', { name: 'a.txt', content: new Uint8Array(20_000_000) }, /would unpack to/],
    ['an archive that is none', text('b.zip', 'Text.'), /not the ZIP archive/],
    ['an archive cut short', { name: 'b.zip', content: makeZip([text('c.txt')]).slice(0, 40) }, /cut short/],
  ] as const)('%s', async (_, part, words) => {
    const [first, second] = await list(makeZip([part, text('good.txt')]));
    expect(first).toMatch(words);
    expect(second).toBe('a.zip/good.txt: Text.');
  });

  test('archives packed in one another without end', async () => {
    let bytes = makeZip([text('a.txt')]);
    for (let depth = 0; depth < 12; depth += 1) bytes = makeZip([{ name: 'in.zip', content: bytes }]);
    const files = await list(bytes);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatch(/more than 4 deep/);
  });

  test('a bomb of archives in archives', async () => {
    const zeros = makeZip([{ name: 'zeros.txt', content: new Uint8Array(60_000_000) }]);
    const bomb = makeZip(Array.from({ length: 20 }, (_, index) => ({ name: `${index}.zip`, content: zeros })));
    const files = await list(makeZip([{ name: 'bomb.zip', content: bomb }, text('good.txt')]));
    expect(files).toHaveLength(21);
    expect(files.slice(0, 20).every((file) => /would unpack to/.test(file))).toBe(true);
    expect(files.at(-1)).toBe('a.zip/good.txt: Text.');
  });
});

test.each([
  ['cut short', makeZip([text('a.txt')]).slice(0, -10), /cut short/],
  ['none at all', fixture('article.txt'), /not the ZIP archive/],
])('an archive that is %s', async (_, bytes, words) => {
  await expect(list(bytes)).rejects.toThrow(expect.objectContaining({ message: expect.stringMatching(words) }));
});

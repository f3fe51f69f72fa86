import { describe, expect, test } from 'vitest';
import { readEpub } from '../../../../main/engine/imports/formats/epub.ts';
import { fixture, linksOf } from '../fixtures.ts';
import { makeEpub } from './make-epub.ts';
import { makeZip } from './make-zip.ts';
import { outlineOf, stateOf } from './outline-of.ts';

const outlineOfBook = async (chapters: Record<string, string>, contents?: string) =>
  outlineOf(await readEpub(makeEpub({ chapters, ...(contents === undefined ? {} : { contents }) })));

test('a book comes out chapter by chapter, notes at the end', async () => {
  const draft = await readEpub(fixture('seed.epub'));
  expect(outlineOf(draft)).toEqual([
    'h1 Who crosses, and when',
    'p The morning boat leaves at six[1], says the fare table; see the timetable.',
    'p Паром ходит с мая; 渡船.',
    'h2 The timetable',
    '• Monday',
    '  • six',
    '  • nine',
    '• Tuesday',
    'quote We never left anyone on the pier.',
    'p Day | Boats',
    'p Monday | four',
    '1. Raised in March, after the ice.',
  ]);
  expect(linksOf(stateOf(draft))).toEqual(['https://lake.example/fares']);
  expect(draft.claims).toEqual({
    title: 'Ferries of the northern lake',
    author: 'Vera Lind, Oleg Marsh',
    publisher: 'Lake Press',
    url: 'https://lake.example/ferries',
    published: '2024-03-05',
    language: 'en-GB',
  });
});

describe('chapters', () => {
  test('one without a heading takes its title from the contents', async () => {
    expect(await outlineOfBook({ 'a.xhtml': '<p>Once.</p>' }, '<li><a href="text/a.xhtml">The First</a></li>')).toEqual([
      'h2 The First',
      'p Once.',
    ]);
  });

  test('a page of pictures has none', async () => {
    expect(
      await outlineOfBook(
        { 'cover.xhtml': '<img src="c.jpg"/>', 'a.xhtml': '<h1>One</h1>' },
        '<li><a href="text/cover.xhtml">Cover</a></li>',
      ),
    ).toEqual(['h1 One']);
  });

  test('tags closed in themselves hold nothing', async () => {
    expect(await outlineOfBook({ 'a.xhtml': '<p><b/>Plain <a id="x"/>text.</p><script/><p>More<br/>text.</p>' })).toEqual([
      'p Plain text.',
      'p More\ntext.',
    ]);
  });

  test('a page that lists the book’s places is left out, a list of links in a text is not', async () => {
    const list = `<ul>${['one', 'two', 'three', 'four', 'five'].map((name) => `<li><a href="${name}.xhtml">Chapter ${name}</a></li>`).join('')}</ul>`;
    expect(await outlineOfBook({ 'a.xhtml': `<h1>Contents</h1>${list}` })).toEqual(['h1 Contents']);
    expect(await outlineOfBook({ 'a.xhtml': `<p>${'Much is said here. '.repeat(10)}</p>${list}` })).toHaveLength(6);
  });

  test('page numbers of the printed book and its navigation are no text', async () => {
    expect(
      await outlineOfBook({
        'a.xhtml': '<div role="navigation">Next</div><p>One <span epub:type="pagebreak" title="12">12</span>two.</p>',
      }),
    ).toEqual(['p One two.']);
  });
});

test('notes in another file are found, and numbered as they are referred to', async () => {
  const notes = ['a', 'b'].map(
    (id) => `<aside role="doc-footnote" id="${id}"><p>Note ${id}. <a role="doc-backlink" href="1.xhtml">↩</a></p></aside>`,
  );
  const refer = (id: string) => `<a role="doc-noteref" href="notes.xhtml#${id}">*</a>`;
  expect(
    await outlineOfBook({ '1.xhtml': `<p>B${refer('b')}, a${refer('a')}, b${refer('b')}.</p>`, 'notes.xhtml': notes.join('') }),
  ).toEqual(['p B[1], a[2], b[1].', '1. Note b.', '2. Note a.']);
});

test('the older table of contents, the editor for the author, the unknown date', async () => {
  const draft = await readEpub(
    makeZip([
      {
        name: 'META-INF/container.xml',
        content: '<c:container xmlns:c="urn:oasis:names:tc:opendocument:xmlns:container"><c:rootfile full-path="b.opf"/></c:container>',
      },
      {
        name: 'b.opf',
        content:
          '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>T</dc:title><dc:creator opf:role="edt">E. Ditor</dc:creator><dc:date>0101-01-01T00:00:00+00:00</dc:date></metadata><manifest><item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="a" href="a%20b.html" media-type="application/xhtml+xml"/></manifest><spine toc="n"><itemref idref="a"/><itemref idref="gone"/></spine></package>',
      },
      {
        name: 'toc.ncx',
        content:
          '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Old book</text></navLabel><content src="a%20b.html"/></navPoint></navMap></ncx>',
      },
      { name: 'a b.html', content: '<p>Words.' },
    ]),
  );
  expect(outlineOf(draft)).toEqual(['h2 Old book', 'p Words.']);
  expect(draft.claims).toMatchObject({ author: 'E. Ditor', published: null });
  expect(draft.notices).toEqual(['1 chapter that it lists is not in the file.']);
});

describe('books that are refused', () => {
  const lock = (algorithm: string) => ({
    name: 'META-INF/encryption.xml',
    content: `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/></enc:EncryptedData></encryption>`,
  });
  const chapters = { 'a.xhtml': '<p>Words.</p>' };

  test.each([
    ['locked by its seller', makeEpub({ chapters, more: [lock('http://www.w3.org/2001/04/xmlenc#aes128-cbc')] }), /locked by its seller/],
    ['another archive', makeZip([{ name: 'a.txt', content: 'x' }]), /not an e-book/],
    ['no archive', new TextEncoder().encode('Chapter 1'), /not an e-book/],
    ['cut short', fixture('seed.epub').subarray(0, 900), /cut short/],
    ['entities', makeEpub({ chapters, metadata: '<dc:title>&lol;</dc:title>' }), /not well-formed/],
  ])('%s', async (_, bytes, message) => {
    await expect(readEpub(bytes)).rejects.toThrow(message);
  });

  test('fonts that are locked alone are no hindrance', async () => {
    expect(outlineOf(await readEpub(makeEpub({ chapters, more: [lock('http://www.idpf.org/2008/embedding')] })))).toEqual(['p Words.']);
  });
});

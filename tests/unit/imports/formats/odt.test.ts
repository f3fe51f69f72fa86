import { describe, expect, test } from 'vitest';
import { readOdt } from '../../../../main/engine/imports/formats/odt.ts';
import { fixture, linksOf } from '../fixtures.ts';
import { makeZip } from './make-zip.ts';
import { outlineOf, stateOf } from './outline-of.ts';

const namespaces = ['office', 'style', 'text', 'table', 'meta', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ');

function makeOdt(text: string, automatic = '', styles = ''): Uint8Array<ArrayBuffer> {
  return makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      content: `<office:document-content ${namespaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    },
    {
      name: 'styles.xml',
      content: `<office:document-styles ${namespaces}><office:styles>${styles}</office:styles></office:document-styles>`,
    },
  ]);
}

const outlineOfText = async (text: string, automatic?: string, styles?: string) =>
  outlineOf(await readOdt(makeOdt(text, automatic, styles)));
const paragraph = (text: string, style = '') => `<text:p text:style-name="${style}">${text}</text:p>`;
const item = (...blocks: string[]) => `<text:list-item>${blocks.join('')}</text:list-item>`;

test('paragraphs are headings by their kind, their style, or the style it is made from', async () => {
  const styles =
    '<style:style style:name="Heading_20_3" style:family="paragraph"/><style:style style:name="Title" style:family="paragraph"/><style:style style:name="Mine" style:family="paragraph" style:default-outline-level="2"/>';
  const automatic = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_3"/>';
  expect(
    await outlineOfText(
      `${paragraph('a', 'Title')}<text:h text:outline-level="2">b</text:h>${paragraph('c', 'P1')}${paragraph('d', 'Mine')}${paragraph('e', 'none')}`,
      automatic,
      styles,
    ),
  ).toEqual(['h1 a', 'h2 b', 'h3 c', 'h2 d', 'p e']);
});

test('sections, boxes and fields are text; indexes, hidden parts, scripts and numbers of pages are not', async () => {
  const hidden = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';
  const draft = await readOdt(
    makeOdt(
      `<text:section>${paragraph('In <text:author-name>A. One</text:author-name><text:page-number>7</text:page-number>')}</text:section><text:table-of-content><text:index-body>${paragraph('One … 3')}</text:index-body></text:table-of-content>${paragraph('Beside<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame>.<text:span text:style-name="H">Unseen</text:span><text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>')}`,
      hidden,
    ),
  );
  expect(outlineOf(draft)).toEqual(['p In A. One', 'p Beside.漢', 'p Boxed.']);
  expect(draft.notices).toEqual(['Hidden text was left in the original.']);
});

test('lists go on where they say so; only an item’s first paragraph is the item', async () => {
  const automatic =
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="2"/><text:list-level-style-bullet text:level="2" text:bullet-char="-"/></text:list-style>';
  const nested = `<text:list>${item(paragraph('b'))}</text:list>`;
  expect(
    await outlineOfText(
      `<text:list text:style-name="N" xml:id="one">${item(paragraph('a'), nested)}</text:list>${paragraph('c')}<text:list text:style-name="N" text:continue-list="one">${item(paragraph('d'), paragraph('e'))}</text:list><text:list text:style-name="N">${item(paragraph('f'))}</text:list>`,
      automatic,
    ),
  ).toEqual(['2. a', '  • b', 'p c', '3. d', 'p e', '2. f']);
});

test('cells merged into the one before them are not there; those merged into the one above are empty', async () => {
  const cell = (text: string, span = '') => `<table:table-cell ${span}>${paragraph(text)}</table:table-cell>`;
  expect(
    await outlineOfText(
      `<table:table><table:table-header-rows><table:table-row>${cell('a', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell('b')}</table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>${cell('c')}${cell('d')}</table:table-row></table:table>`,
    ),
  ).toEqual(['p a | b', 'p | c | d']);
});

test('links lead out of the document only', async () => {
  const draft = await readOdt(
    makeOdt(
      paragraph(
        '<text:a xlink:href="https://a.example/">out</text:a> <text:a xlink:href="#part">in</text:a> <text:a xlink:href="javascript:x">no</text:a>',
      ),
    ),
  );
  expect(outlineOf(draft)).toEqual(['p out in no']);
  expect(linksOf(stateOf(draft))).toEqual(['https://a.example/']);
});

test('the language of the text where the document says none', async () => {
  const styles =
    '<style:default-style style:family="paragraph"><style:text-properties fo:language="ru" fo:country="RU"/></style:default-style>';
  expect((await readOdt(makeOdt(paragraph('x'), '', styles))).claims.language).toBe('ru-RU');
});

describe('what is refused', () => {
  test.each([
    ['locked with a password, by LibreOffice', fixture('locked.odt'), /locked with a password/],
    [
      'a spreadsheet',
      makeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      /OpenDocument spreadsheet, not a text/,
    ],
    ['plain text', new TextEncoder().encode('Hello'), /not an OpenDocument text/],
    ['another archive', makeZip([{ name: 'a.txt', content: 'x' }]), /not an OpenDocument text/],
    ['cut short', fixture('seed.odt').subarray(0, 9000), /cut short/],
    ['billion laughs', makeZip([{ name: 'content.xml', content: '<!DOCTYPE a [<!ENTITY a "ha">]><a>&a;</a>' }]), /entities of its own/],
  ])('%s', async (_, bytes, message) => {
    await expect(readOdt(bytes)).rejects.toThrow(message);
  });

  test('spaces without end are few', async () => {
    expect((await outlineOfText(paragraph('a<text:s text:c="999999999"/>b'))).join('').length).toBeLessThan(300);
  });
});

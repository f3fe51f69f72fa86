import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../../main/engine/imports/formats/docx.ts';
import { fixture, linksOf } from '../fixtures.ts';
import { makeZip, type ZipPart } from './make-zip.ts';
import { outlineOf, stateOf } from './outline-of.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document of this body, with other parts by their relationship. */
function makeDocx(body: string, parts: Record<string, string> = {}, more: ZipPart[] = []): Uint8Array<ArrayBuffer> {
  const relations = Object.keys(parts).map((type) => `<Relationship Id="${type}" Type="${office}/${type}" Target="${type}.xml"/>`);
  return makeZip([
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="link" Type="${office}/hyperlink" Target="https://a.example/" TargetMode="External"/>${relations.join('')}</Relationships>`,
    },
    { name: 'word/document.xml', content: `<w:document ${namespaces}><w:body>${body}</w:body></w:document>` },
    ...Object.entries(parts).map(([type, content]) => ({ name: `word/${type}.xml`, content: content.replace('>', ` ${namespaces}>`) })),
    ...more,
  ]);
}

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const style = (id: string, name: string, inner = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;

const read = async (body: string, parts?: Record<string, string>) => readDocx(makeDocx(body, parts));
const outlineOfBody = async (body: string, parts?: Record<string, string>) => outlineOf(await read(body, parts));

describe('paragraphs', () => {
  test('are headings by their style’s name, by what it is based on, or by their outline level', async () => {
    const styles = `<w:styles>${style('1', 'heading 1')}${style('Own', 'Our heading', '<w:basedOn w:val="2"/>')}${style('2', 'heading 2')}${style('Level', 'Clause', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')}${style('T', 'Title')}${style('Loop', 'Loop', '<w:basedOn w:val="Loop"/>')}</w:styles>`;
    const of = (id: string, more = '') => paragraph(run(id), `<w:pStyle w:val="${id}"/>${more}`);
    expect(
      await outlineOfBody(
        [of('T'), of('1'), of('Own'), of('Level'), of('Loop'), of('1', '<w:outlineLvl w:val="9"/>'), of('none')].join(''),
        { styles },
      ),
    ).toEqual(['h1 T', 'h1 1', 'h2 Own', 'h3 Level', 'p Loop', 'p 1', 'p none']);
  });

  test('of the table of contents are left out', async () => {
    const styles = `<w:styles>${style('TOC1', 'toc 1')}</w:styles>`;
    const gallery = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph(run('Contents'))}</w:sdtContent></w:sdt>`;
    expect(
      await outlineOfBody(gallery + paragraph(run('One … 3'), '<w:pStyle w:val="TOC1"/>') + paragraph(run('One')), { styles }),
    ).toEqual(['p One']);
  });

  test('of a text set like a program’s are parted by its empty lines', async () => {
    const styles = `<w:styles>${style('Pre', 'Preformatted Text')}</w:styles>`;
    const line = (text: string) => paragraph(text === '' ? '' : run(text), '<w:pStyle w:val="Pre"/>');
    expect(await outlineOfBody(['One,', 'two.', '', 'Three.'].map(line).join(''), { styles })).toEqual(['p One,\ntwo.', 'p Three.']);
  });

  test('keep what stands in controls, fields, formulas, text boxes and ruby', async () => {
    const field = (code: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph(run('Boxed.'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(run('Boxed.'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const draft = await read(
      paragraph(
        `<w:sdt><w:sdtContent>${run('Control, ')}</w:sdtContent></w:sdt>${field(' HYPERLINK "https://b.example/" ', 'field')}${run(', ')}<w:smartTag>${run('tag')}</w:smartTag>, <m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>${run(' ')}<w:r><w:ruby><w:rt>${run('kan')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby></w:r>${box}`,
      ),
    );
    expect(outlineOf(draft)).toEqual(['p Control, field, tagx=2 漢', 'p Boxed.']);
    expect(linksOf(stateOf(draft))).toEqual(['https://b.example/']);
  });

  test('keep letters that are written as symbols', async () => {
    expect(
      await outlineOfBody(
        paragraph(
          `<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:br/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:br w:type="page"/></w:r>`,
        ),
      ),
    ).toEqual(['p a‑b c\nα✓']);
  });

  test('lose hidden text, with a notice', async () => {
    const draft = await read(paragraph(run('Seen.') + run(' Unseen.', '<w:vanish/>') + run(' Seen again.', '<w:vanish w:val="0"/>')));
    expect(outlineOf(draft)).toEqual(['p Seen. Seen again.']);
    expect(draft.notices).toEqual(['Hidden text was left in the original.']);
  });
});

describe('links', () => {
  test.each([
    ['<w:hyperlink r:id="link">', ['https://a.example/']],
    ['<w:hyperlink r:id="link" w:anchor="part">', ['https://a.example/#part']],
    ['<w:hyperlink w:anchor="part">', []],
    ['<w:hyperlink r:id="gone">', []],
  ])('%s', async (open, links) => {
    const draft = await read(paragraph(`${open}${run('here', '<w:u w:val="single"/>')}</w:hyperlink>`));
    expect(outlineOf(draft)).toEqual(['p here']);
    expect(linksOf(stateOf(draft))).toEqual(links);
  });
});

describe('lists', () => {
  const level = (format: string, start = 1) =>
    `<w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl>`;
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">${level('decimal', 3)}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="9">${level('none')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;
  const item = (list: number, depth: number, text: string) =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);

  test('go on counting after a paragraph, and start anew where they say so', async () => {
    const body = [
      item(1, 0, 'a'),
      item(1, 1, 'b'),
      item(1, 0, 'c'),
      paragraph(run('Between.')),
      item(1, 0, 'd'),
      paragraph(run('Then.')),
      item(4, 0, 'e'),
    ];
    expect(await outlineOfBody(body.join(''), { numbering })).toEqual(['3. a', '  1. b', '4. c', 'p Between.', '5. d', 'p Then.', '1. e']);
  });

  test('are bullets, or none, by their format; a style may bring one along', async () => {
    const styles = `<w:styles>${style('LB', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')}</w:styles>`;
    const styled = paragraph(run('b'), '<w:pStyle w:val="LB"/>');
    const off = paragraph(run('d'), '<w:pStyle w:val="LB"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await outlineOfBody([item(2, 0, 'a'), styled, item(3, 0, 'c'), off].join(''), { styles, numbering })).toEqual([
      '• a',
      '• b',
      'p c',
      'p d',
    ]);
  });
});

describe('tables', () => {
  const table = (...rows: string[][]) =>
    `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
  const cell = (...texts: string[]) => texts.map((text) => paragraph(run(text))).join('');

  test('of data keep their rows, with cells of several lines and over several columns', async () => {
    const wide = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${cell('wide')}`;
    expect(await outlineOfBody(table([cell('a', 'b'), cell('c'), cell('')], [wide, cell('d')]))).toEqual(['p a b | c |', 'p wide | d']);
  });

  test('that only lay out a page fall away', async () => {
    expect(await outlineOfBody(table([cell('Boxed.')]))).toEqual(['p Boxed.']);
    expect(await outlineOfBody(table([cell('Left.'), cell('Right.', 'long', 'text', 'of', 'five')]))).toHaveLength(6);
  });
});

describe('tracked changes', () => {
  const change = (kind: string, content: string) => `<w:${kind} w:author="A">${content}</w:${kind}>`;

  test('are read as if accepted', async () => {
    const draft = await read(
      paragraph(
        run('One ') +
          change('del', '<w:r><w:delText>two </w:delText></w:r>') +
          change('ins', run('three ')) +
          change('ins', run('four', '<w:b/>')) +
          change('moveFrom', run('gone ')) +
          change('moveTo', run(' come.')),
      ),
    );
    expect(outlineOf(draft)).toEqual(['p One three four come.']);
    expect(draft.notices).toEqual(['3 tracked changes are read as if accepted: what they delete was left in the original.']);
  });

  test('that delete a paragraph’s end join it to the next; those that delete a row take it out', async () => {
    const ended = paragraph(run('One '), '<w:rPr><w:del w:author="A"/></w:rPr>');
    const row = `<w:tbl><w:tr><w:trPr><w:del w:author="A"/></w:trPr><w:tc>${paragraph(run('x'))}</w:tc></w:tr></w:tbl>`;
    expect(await outlineOfBody(ended + paragraph(run('two.')) + row + ended)).toEqual(['p One two.', 'p One']);
  });
});

test('notes are read once, however often they are referred to', async () => {
  const footnotes = `<w:footnotes><w:footnote w:id="0" w:type="separator">${paragraph(run('line'))}</w:footnote><w:footnote w:id="1">${paragraph(`${run('Note.')}<w:r><w:footnoteReference w:id="1"/></w:r>`)}${paragraph(run('More.'))}</w:footnote></w:footnotes>`;
  const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  expect(await outlineOfBody(paragraph(run('a') + reference(1) + reference(1) + reference(0) + reference(5)), { footnotes })).toEqual([
    'p a[1][1]',
    '1. Note.\nMore.',
  ]);
});

test('after a numbered list, notes are no items of it', async () => {
  const numbering =
    '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
  const endnotes = `<w:endnotes><w:endnote w:id="1">${paragraph(run('Note.'))}</w:endnote></w:endnotes>`;
  const item = paragraph(`${run('a')}<w:r><w:endnoteReference w:id="1"/></w:r>`, '<w:numPr><w:numId w:val="1"/></w:numPr>');
  expect(await outlineOfBody(item, { numbering, endnotes })).toEqual(['1. a[1]', 'p [1] Note.']);
});

test('properties: title, authors, company, dates, and the language where it is said', async () => {
  const core =
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>T</dc:title><dc:creator>A. One; B. Two</dc:creator><dcterms:modified>2024-02-03T04:05:06Z</dcterms:modified></cp:coreProperties>';
  const app =
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Lake Institute</Company></Properties>';
  const styles = '<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>';
  const bytes = makeDocx(paragraph(run('x')), { styles }, [
    { name: 'docProps/core.xml', content: core },
    { name: 'docProps/app.xml', content: app },
  ]);
  expect((await readDocx(bytes)).claims).toEqual({
    title: 'T',
    author: 'A. One, B. Two',
    publisher: 'Lake Institute',
    url: '',
    published: '2024-02-03',
    language: 'ru-RU',
  });
});

describe('what is refused', () => {
  const compound = (name: string) =>
    new Uint8Array(
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le'), Buffer.alloc(64)]),
    );
  const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document xmlns:w="x"><w:body>&b;</w:body></w:document>';
  const withBody = (content: string | Uint8Array) => makeZip([{ name: 'word/document.xml', content }]);

  test.each([
    ['locked with a password', compound('EncryptedPackage'), /locked with a password/],
    ['an older .doc', compound('WordDocument'), /Word 97–2003/],
    ['another older file', compound('Workbook'), /older Office program/],
    ['plain text', new TextEncoder().encode('Hello'), /not a Word document/],
    ['another archive', makeZip([{ name: 'xl/workbook.xml', content: '<x/>' }]), /not a Word document/],
    ['XML that is no document', withBody('<html><body>x</body></html>'), /not a Word document/],
    ['cut short', fixture('seed.docx').subarray(0, 5000), /cut short/],
    [
      'XML cut short',
      withBody('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'),
      /cut short/,
    ],
    ['billion laughs', withBody(laughs), /entities of its own/],
    ['a bomb', withBody(new Uint8Array(70_000_000)), /would unpack to 70 MB/],
    ['nested without end', withBody('<a>'.repeat(5000)), /nested far deeper/],
  ])('%s', async (_, bytes, message) => {
    await expect(readDocx(bytes)).rejects.toThrow(message);
  });
});

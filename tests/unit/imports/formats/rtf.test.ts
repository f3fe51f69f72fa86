import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArmillaryError } from '../../../../contract/index.ts';
import { readRtf } from '../../../../main/engine/imports/formats/rtf.ts';
import { fixture, linksOf } from '../fixtures.ts';
import { outlineOf, stateOf } from './outline-of.ts';

/** RTF is bytes: letters of this text above U+007F are bytes of that code. */
const read = (source: string) => readRtf(new Uint8Array(Buffer.from(source, 'latin1')));
const outlineOfText = (source: string) => outlineOf(read(`{\\rtf1\\ansi ${source}}`));

describe('letters', () => {
  test.each([
    ['of the document’s code page', String.raw`{\rtf1\ansi\ansicpg1251 \'cf\'ee\'e5\'e7\'e4}`, 'Поезд'],
    ['of that code page, as they are', '{\\rtf1\\ansi\\ansicpg1251 \xcf\xee\xe5\xe7\xe4}', 'Поезд'],
    [
      'of a font’s character set',
      String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 Times;}{\f1\fcharset238 Arial;}}\f0\'cf\'f0\f1  \'b3\'f3d\'9f}`,
      'Пр łódź',
    ],
    ['of two bytes', String.raw`{\rtf1\ansi\ansicpg932 \'93\'8c\'8b\'9e}`, '東京'],
    ['of the default font', String.raw`{\rtf1\ansi\deff3{\fonttbl{\f3\fcharset161 Arial;}}\plain\'e1\'e2}`, 'αβ'],
    ['in Unicode, with what older programs show', String.raw`{\rtf1\ansi\uc1\u1055?\u1091\'3f\uc2\u1090\'3f\'3f\uc0\u1100!}`, 'Путь!'],
    ['in Unicode, beyond its first plane', String.raw`{\rtf1\ansi \u-10179?\u-8704?}`, '😀'],
    ['in Unicode instead of another text', String.raw`{\rtf1\ansi{\upr{\'3f\'3f}{\*\ud{\u1044?\u1072?}}}}`, 'Да'],
    ['by name', String.raw`{\rtf1\ansi \ldblquote a\rdblquote\emdash b\~c\_d \bullet\{\}\\}`, '“a”—b\u00a0c\u2011d •{}\\'],
    ['of a symbol font', String.raw`{\rtf1\ansi{\fonttbl{\f0\fcharset2 Symbol;}}\f0\'61\'b3}`, 'α≥'],
    [
      'of a font table without groups, as macOS writes',
      String.raw`{\rtf1\ansi{\fonttbl\f0\fswiss\fcharset204 Helvetica;}\f0\'c4\'e0}`,
      'Да',
    ],
  ])('%s', (_, source, text) => {
    expect(outlineOf(read(source))).toEqual([`p ${text}`]);
  });
});

describe('structure', () => {
  test('headings by outline level or by the style’s name', () => {
    expect(
      outlineOfText(
        String.raw`{\stylesheet{\s1 heading 2;}{\s2\outlinelevel3 Clause;}{\*\cs10 Strong;}{\s3 toc 1;}}\pard\s1 One\par\pard\s2 Two\par\pard\outlinelevel0 Three\par\pard\s3 One 5\par\pard Four\par`,
      ),
    ).toEqual(['h2 One', 'h4 Two', 'h1 Three', 'p Four']);
  });

  test('lists by the list table', () => {
    expect(
      outlineOfText(
        String.raw`{\*\listtable{\list{\listlevel\levelnfc0\levelstartat4{\leveltext\'02\'00.;}}{\listlevel\levelnfc23}\listid9}}{\*\listoverridetable{\listoverride\listid9\ls1}}\pard\ls1{\listtext 4.\tab}a\par{\listtext -\tab}\ilvl1 b\par\ilvl0 c\par\pard d\par\pard\ls1 e\par`,
      ),
    ).toEqual(['4. a', '  • b', '5. c', 'p d', '6. e']);
  });

  test('lists as WordPad writes them', () => {
    expect(
      outlineOfText(
        String.raw`\pard{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt\pnf1{\pntxtb\'B7}}a\par{\pntext\tab}b\par\pard c\par\pard{\*\pn\pnlvlbody\pnstart2\pndec{\pntxta.}}d\par`,
      ),
    ).toEqual(['• a', '• b', 'p c', '2. d']);
  });

  test('tables, and tables in them', () => {
    expect(
      outlineOfText(
        String.raw`\trowd\cellx1\cellx2\pard\intbl a\par b\cell c\cell\row\trowd\pard\intbl d\cell\cell\row\pard After.\par\trowd\pard\intbl Out\par\pard\intbl\itap2 in\nestcell ner\nestcell{\*\nesttableprops\trowd\cellx1\nestrow}{\nonesttables\par}\pard\intbl\itap1 side\cell\row\pard End.`,
      ),
    ).toEqual(['p a b | c', 'p d |', 'p After.', 'p Out', 'p in | ner', 'p side', 'p End.']);
  });

  test('cells merged into the one before them are not there; those merged into the one above are empty', () => {
    expect(
      outlineOfText(
        String.raw`\trowd\clmgf\cellx1\clmrg\cellx2\cellx3\pard\intbl wide\cell\cell a\cell\row\trowd\clvmrg\cellx1\cellx2\cellx3\cell b\cell c\cell\row`,
      ),
    ).toEqual(['p wide | a', 'p | b | c']);
  });

  test('notes, links, boxes; no headers, pictures, comments or data', () => {
    const draft = read(
      String.raw`{\rtf1\ansi{\header Head}{\footer Foot}A{\super\chftn{\*\footnote\pard{\super\chftn} Note {\footnote no}one.}} {\field{\*\fldinst{HYPERLINK "https://a.example/"}}{\fldrslt{\ul link}}}{\field{\*\fldinst HYPERLINK \\l "here"}{\fldrslt , place}}{\pict\pngblip 89504e47}{\bin5 {}{}{}{\shp{\*\shpinst{\shptxt Box.\par}}{\shprslt Box.}}{\*\annotation Comment}{\*\unknown Secret}.\par}`,
    );
    expect(outlineOf(draft)).toEqual(['p A[1] link, place.', 'p Box.', '1. Note one.']);
    expect(linksOf(stateOf(draft))).toEqual(['https://a.example/']);
    expect(draft.notices).toEqual(['1 comment was left in the original.']);
  });

  test('changes as if accepted, hidden text left out', () => {
    const draft = read(String.raw`{\rtf1\ansi One {\deleted two }{\deleted\par}{\revised three}{\v hidden}.\par}`);
    expect(outlineOf(draft)).toEqual(['p One three.']);
    expect(draft.notices).toEqual([
      '2 tracked changes are read as if accepted: what they delete was left in the original.',
      'Hidden text was left in the original.',
    ]);
  });
});

test('it says whose it is', () => {
  expect(
    read(
      String.raw`{\rtf1\ansi\ansicpg1251{\info{\title \'cb\'e5\'e4}{\author A. One}{\operator B. Two}{\author B. Two}{\creatim\yr2021\mo7\dy9\hr10}{\revtim\yr2022\mo1\dy1}{\*\company Lake Institute}{\keywords x}}x}`,
    ).claims,
  ).toEqual({ title: 'Лед', author: 'A. One', publisher: 'Lake Institute', url: '', published: '2021-07-09', language: '' });
});

describe('what is refused', () => {
  test.each([
    ['another file', 'Dear all', /not rich text/],
    ['one cut short', String.raw`{\rtf1\ansi One {\b two`, /cut short/],
    ['more paragraphs than a document has', `{\\rtf1${'x\\par '.repeat(200_001)}}`, /more than 200,000 paragraphs/],
    ['one nested without end', `{\\rtf1${'{'.repeat(100_000)}`, /nested far deeper/],
  ])('%s', (_, source, message) => {
    expect(() => read(source)).toThrow(message);
  });

  test('what stands after its end is padding', () => {
    expect(outlineOf(read('{\\rtf1 One}\0\0}}{'))).toEqual(['p One']);
  });

  test('whatever is changed in it, it is read or refused with a message', () => {
    const seed = fixture('seed.rtf');
    const words = fc.constantFrom(
      '{',
      '}',
      '\\par',
      '\\cell',
      '\\row',
      '\\itap99',
      '\\bin999999999',
      '\\u-1',
      "\\'",
      '\\*',
      '\\footnote',
      '\\ls7',
      '\\uc999',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(seed.length - 1), words), { minLength: 1, maxLength: 5 }), (changes) => {
        const bytes = seed.slice();
        for (const [at, word] of changes) bytes.set(Buffer.from(word).subarray(0, bytes.length - at), at);
        try {
          outlineOf(readRtf(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(ArmillaryError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

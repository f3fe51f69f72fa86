import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArmillaryError } from '../../../contract/index.ts';
import { childAt, descendantsOf, readChildren, readXml, xmlTextOf } from '../../../main/engine/imports/containers/xml.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const prefixes = { 'urn:text': 't' };
const read = (source: string) => readXml(bytesOf(source), prefixes);

test('elements and attributes go by the reader’s prefixes, whatever the file’s', () => {
  const root = read(
    '<x:a xmlns:x="urn:text" xmlns:y="urn:other" x:n="1" m="2" y:o="3"><b/>four &amp; &#102;ive<y:c/><![CDATA[<six>]]></x:a>',
  );
  expect(root).toEqual({
    name: 't:a',
    attributes: { 't:n': '1', m: '2' },
    children: [{ name: 'b', attributes: {}, children: [] }, 'four & five', { name: '?:c', attributes: {}, children: [] }, '<six>'],
  });
});

test('a tree is found its way in', () => {
  const root = read('<a><b><c>one</c></b><c>two\n words</c></a>');
  expect(xmlTextOf(childAt(root, 'c'))).toBe('two words');
  expect(xmlTextOf(childAt(root, 'b', 'c'))).toBe('one');
  expect(childAt(root, 'd', 'c')).toBeUndefined();
  expect(descendantsOf(root, 'c').map(xmlTextOf)).toEqual(['one', 'two words']);
});

test('the children of an element come one by one', () => {
  const names: string[] = [];
  readChildren(bytesOf('<a><head><x/></head><body><p><body><q/></body></p>text<r/></body></a>'), prefixes, ['body'], ({ name }) => {
    names.push(name);
  });
  expect(names).toEqual(['p', 'r']);
});

test.each([
  ['UTF-8', bytesOf('<a>é</a>')],
  ['UTF-16, by its mark', new Uint8Array(Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>é</a>', 'utf16le'))],
  ['Latin 1, declared', new Uint8Array(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1'))],
])('its text in %s', (_, bytes) => {
  expect(xmlTextOf(readXml(bytes, {}))).toBe('é');
});

describe('XML that is refused', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY a "ha">${['b', 'c', 'd'].map((name) => `<!ENTITY ${name} "${'&a;'.repeat(10)}">`).join('')}]><a>&d;</a>`;

  test.each([
    ['billion laughs', laughs, /entities of its own/],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', /entities of its own/],
    ['an entity nobody declared', '<a>&nbsp;</a>', /not well-formed/],
    ['cut short', '<a><b>text', /cut short/],
    ['nothing', '', /not well-formed/],
    ['two roots', '<a/><b/>', /not well-formed/],
    ['a thousand levels', '<a>'.repeat(1000), /nested far deeper/],
    ['an unknown encoding', '<?xml version="1.0" encoding="klingon"?><a/>', /“klingon”/],
  ])('%s', (_, source, message) => {
    expect(() => read(source)).toThrow(message);
  });

  test('a DTD of which nothing is needed is passed over', () => {
    expect(xmlTextOf(read('<!DOCTYPE a SYSTEM "http://dtd.example/a.dtd"><a>text</a>'))).toBe('text');
  });
});

test('whatever it is given, it reads it or refuses it with a message', () => {
  const piece = fc.constantFrom(
    '<a>',
    '</a>',
    '<a b="',
    '"',
    '&',
    ';',
    '<!',
    '[CDATA[',
    ']]>',
    '-->',
    '--',
    '<?',
    '?>',
    'x',
    '>',
    '<!DOCTYPE ',
    '\0',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      try {
        read(pieces.join(''));
      } catch (error) {
        expect(error).toBeInstanceOf(ArmillaryError);
      }
    }),
    { numRuns: 2000 },
  );
});

import { describe, expect, test } from 'vitest';
import { deriveText, splitsCharacter } from '../../../anchoring/index.ts';
import { block, lineBreak, mark, paragraph, stateOf, tab } from './states.ts';

describe('a document’s plain text', () => {
  test.each([
    ['nothing but an empty paragraph', stateOf(paragraph()), ''],
    ['blocks with one line end between', stateOf(block('heading', 'Grain'), paragraph('Prices rose.')), 'Grain\nPrices rose.'],
    ['an empty paragraph as an empty line', stateOf(paragraph('One'), paragraph(), paragraph('Two')), 'One\n\nTwo'],
    ['a line break and a tab', stateOf(paragraph('a', lineBreak, 'b', tab, 'c')), 'a\nb\tc'],
    ['links and marks as their text', stateOf(paragraph('see ', block('link', 'the ', mark(['p'], 'report')), '.')), 'see the report.'],
    ['list items as lines', stateOf(block('list', block('listitem', 'tin'), block('listitem', 'zinc'))), 'tin\nzinc'],
    [
      'a list inside an item as lines of their own',
      stateOf(block('list', block('listitem', 'ores', block('list', block('listitem', 'tin'), block('listitem', 'zinc'))))),
      'ores\ntin\nzinc',
    ],
    [
      'a mark without anything in it as nothing',
      stateOf(block('list', block('listitem', mark(['p']), block('list', block('listitem', 'tin'))))),
      'tin',
    ],
    ['a paragraph of a hollow mark as an empty line', stateOf(paragraph('One'), paragraph(mark(['p'])), paragraph('Two')), 'One\n\nTwo'],
    ['text that runs right to left in the order it is read', stateOf(paragraph('שלום ', 'עולם')), 'שלום עולם'],
  ])('has %s', (_, state, text) => {
    expect(deriveText(state).text).toBe(text);
  });

  test('has a character that two texts share, and a sign where half of one is missing', () => {
    expect(deriveText(stateOf(paragraph('a\uD83C', mark(['p'], '\uDF0D')), paragraph('\uD83C'))).text).toBe('a🌍\n\uFFFD');
  });

  test('knows the marks over each run, outermost first', () => {
    const { runs } = deriveText(stateOf(paragraph('a', mark(['outer'], 'b', mark(['inner', 'both'], 'c')))));
    expect(runs).toEqual([
      { start: 0, end: 1, markIds: [] },
      { start: 1, end: 2, markIds: ['outer'] },
      { start: 2, end: 3, markIds: ['outer', 'inner', 'both'] },
    ]);
  });
});

describe('the halves of a character', () => {
  test.each([
    ['before a globe', 1, false],
    ['inside the globe', 2, true],
    ['after it', 3, false],
    ['at the start', 0, false],
    ['at the end', 4, false],
  ])('%s', (_, offset, splits) => {
    expect(splitsCharacter('a🌍b', offset)).toBe(splits);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../main/engine/imports/read.ts';
import { fixture, nodesOf, outline, read, textOf } from './fixtures.ts';

describe('plain text', () => {
  test.each([
    ['short line, blank line: a title', 'A title\n\nText.', ['h1 A title', 'p Text.']],
    ['a sentence is no title', 'It rained.\n\nText.', ['p It rained.', 'p Text.']],
    ['one line alone is no title', 'Only this', ['p Only this']],
    ['short lines stay lines', 'Harbour Office\n2 Lock Road\nVarn', ['p Harbour Office\n2 Lock Road\nVarn']],
    ['Windows and old Mac line ends', 'A\r\nb\r\rC', ['p A\nb', 'p C']],
    ['a page break parts paragraphs', 'end of page one.\fstart of page two', ['p end of page one.', 'p start of page two']],
    ['a first-line indent goes', '   Once upon a time,\nand so on.', ['p Once upon a time,\nand so on.']],
    ['sayings stand apart', 'Bread is bread.\n%\nWater runs.\n  -- A miller', ['p Bread is bread.', 'p %', 'p Water runs.\n  -- A miller']],
    ['two spaces after a full stop stay', 'One.  Two.', ['p One.  Two.']],
    ['tabs stay', 'a\tb', ['p a\tb']],
  ])('%s', async (_, source, blocks) => {
    expect(outline((await read('a.txt', source)).state)).toEqual(blocks);
  });

  test('lines wrapped by a program are joined; lists, columns and addresses are not', async () => {
    const shown = outline((await readFile('wrapped.txt', fixture('wrapped.txt'))).state);
    expect(shown[1]).toMatch(/^p The locks at Varn were built in two stages, and the second stage was paid for .* excused from paying\.$/);
    expect(shown[3]?.split('\n')).toEqual([
      'p - the levy was collected in grain until the year of the long frost, and only afterwards in coin;',
      '- barges under a military flag paid nothing, which is why so many barges on the lower river flew one;',
      "- the keeper's own table appears among the repairs.",
    ]);
    expect(shown[4]?.split('\n')).toHaveLength(3);
    expect(shown.at(-1)).toBe('p Harbour Office\n2 Lock Road\nVarn');
  });

  test('a word broken at its hyphen keeps the hyphen', async () => {
    const line = 'The committee that was asked to look at the accounts met every second-';
    const wrapped = `${`${line}\nhand bookshop owner in the town and asked for the price of old ledgers,\n`.repeat(3)}then stopped.`;
    expect(textOf((await read('a.txt', wrapped)).state)).toContain('every second-hand bookshop');
  });

  const letters = (text: string) => text.replace(/\s/g, '');
  test('no letter is lost, whatever the lines', async () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}.,;:–—-]{1,12}$/u);
    const line = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        const source = lines.join('\n');
        fc.pre(source.trim() !== '');
        expect(letters(textOf((await read('a.txt', source)).state))).toBe(letters(source));
      }),
    );
  });

  test('twenty megabytes come in whole', async () => {
    const paragraph = 'The harbour closed in March and the millers of the valley expected a lost season. '.repeat(6).trim();
    const count = Math.ceil(20_000_000 / (paragraph.length + 2));
    const { state } = await read('big.txt', Array.from({ length: count }, () => paragraph).join('\n\n'));
    expect(state.root.children).toHaveLength(count);
  });
});

test('what a page has preformatted keeps its lines and its type, and blank lines part it', async () => {
  const { state } = await read('a.html', '<p>Put this:</p><pre>iface lock0\n  up\n\niface lock1</pre><p>Then wait.</p>');
  expect(outline(state)).toEqual(['p Put this:', 'p iface lock0\n  up', 'p iface lock1', 'p Then wait.']);
  expect(nodesOf(state).flatMap((node) => ('format' in node && node.type === 'text' ? [node.format] : []))).toEqual([0, 16, 16, 16, 0]);
});

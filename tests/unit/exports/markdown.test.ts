import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { writeMarkdown } from '../../../main/engine/exports/markdown.ts';
import { readMarkdown } from '../../../main/engine/exports/read-markdown.ts';
import { selectionOf, sphere } from './selections.ts';

/** The first quote of an export as a reader of Markdown sees it. */
function rendered(markdown: string): string {
  const quote = readMarkdown(markdown)?.children.find(({ type }) => type === 'blockquote');
  if (quote?.type !== 'blockquote') return '';
  return quote.children.map((child) => textOf(child)).join('\n\n');
}

describe('quotes stand letter for letter', () => {
  test.each([
    ['plain', 'Prices fell by 3 % – “for now”, as it’s said.'],
    ['emphasis signs', 'a *very* _quiet_ market'],
    ['signs that mean nothing here', '5 * 3 is fifteen; snake_case; AT&T [1]'],
    ['an address', 'see https://port.example/a_b?x=1&y=2 for more'],
    ['an address without a scheme', 'see www.port.example for more'],
    ['HTML', 'a <b>bold</b> claim & <script>x()</script>'],
    ['an entity', 'R&amp;D and &copy;'],
    ['a heading sign', '# not a heading'],
    ['a list', '- not a list'],
    ['a number', '1. not a list either'],
    ['backticks', 'run `x` and ```y```'],
    ['a backslash', 'C:\\*.txt'],
    ['several spaces', 'two  spaces, and  more'],
    ['a blank at the edge', ' starts with a blank'],
    ['an image', '![x](https://port.example/x.png)'],
    ['a link', '[x](https://port.example)'],
    ['a table', 'a | b\n--- | ---\n1 | 2'],
    ['Russian', 'Санкции не коснулись рынка.'],
    ['Chinese', '文化交流仍在继续。'],
    ['two lines', 'One line.\nAnother line.'],
    ['an empty line between', 'One line.\n\nAnother line.'],
  ])('%s', (_name, quote) => {
    const markdown = writeMarkdown(selectionOf([{ quote }]));
    for (const line of quote.split('\n')) expect(markdown).toContain(`> ${line}`);
    expect(rendered(markdown)).toBe(quote);
  });

  test('a quote that no reader of Markdown could take is fenced', () => {
    const quote = '['.repeat(1_000);
    expect(writeMarkdown(selectionOf([{ quote }]))).toContain(`> \`\`\`text\n> ${quote}\n> \`\`\`\n`);
  });

  test('any quote', () => {
    const signs = fc.constantFrom(
      'a',
      'b ',
      '*',
      '_',
      '`',
      '#',
      '- ',
      '1. ',
      '<',
      '>',
      '&',
      '&amp;',
      '[',
      ']',
      '(x)',
      '\\',
      '|',
      '~',
      '!',
      '中',
      '😀',
      'http://x.y ',
      '  ',
      '\n',
    );
    const letters = fc.array(signs, { minLength: 1 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(letters, (quote) => {
        expect(rendered(writeMarkdown(selectionOf([{ quote }])))).toBe(quote);
      }),
    );
  });
});

test('an entry gives all there is to know of a passage', () => {
  const passage = {
    quote: 'The port reopened.',
    spheres: [sphere('economic'), sphere('geopolitical / alliances')],
    note: 'Compare with **last year**.',
  };
  expect(
    writeMarkdown(selectionOf([passage], { note: { body: 'A *good* source.', analyst: 'Bo', date: '2026-11-21T00:00:00.000Z' } })),
  ).toBe(
    `# Tagged notes: Grain

The whole notebook. 1 passage in 1 document. Exported on 2026-11-23. Positions count UTF-16 code units of the document’s plain text, from 0; the end is not included.

## Grain prices

- Author: Ada
- Publisher: The Port
- Published: 2024-05
- URL: <https://port.example/grain?x=1&y=2>
- Reliability: B (usually reliable)

**Note on the document**

A *good* source.

*Bo, 2026-11-21*

### 1. economic, geopolitical / alliances

> The port reopened.

- Grade: B (source usually reliable)

**Note**

Compare with **last year**.

*Position 5–23. Ada, 2026-11-20*
`,
  );
});

test('a detached passage is there and said to be so', () => {
  expect(writeMarkdown(selectionOf([{ state: 'detached', segments: [] }]))).toContain(
    'detached: its text is no longer in the document; last at 5–23',
  );
});

test('titles and names are never taken for Markdown', () => {
  const markdown = writeMarkdown(selectionOf([{ spheres: [sphere('*bold*')] }], { title: '# <b>A</b>\n[b](c)' }));
  const headings = readMarkdown(markdown)?.children.filter(({ type }) => type === 'heading');
  expect(headings?.map((heading) => textOf(heading))).toEqual(['Tagged notes: Grain', '# <b>A</b> [b](c)', '1. *bold*']);
});

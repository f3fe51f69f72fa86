import { createHeadlessEditor } from '@lexical/headless';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { MarkNode } from '@lexical/mark';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import fc from 'fast-check';
import { $getRoot, $nodesOfType } from 'lexical';
import { describe, expect, test } from 'vitest';
import { EditorState } from '../../../contract/index.ts';
import { readFile } from '../../../main/engine/imports/read.ts';
import { fixture, read, textOf } from './fixtures.ts';

/** What the editor would save after opening a state, having looked at every node of it as an edit does. */
function throughEditor(state: EditorState): unknown {
  const editor = createHeadlessEditor({
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, MarkNode],
    onError(error) {
      throw error;
    },
  });
  editor.setEditorState(editor.parseEditorState(JSON.stringify(state)));
  editor.update(
    () => {
      for (const block of $getRoot().getChildren()) block.markDirty();
      for (const node of [...$nodesOfType(ListNode), ...$nodesOfType(ListItemNode)]) node.markDirty();
      for (const text of $getRoot().getAllTextNodes()) text.markDirty();
    },
    { discrete: true },
  );
  return editor.getEditorState().toJSON();
}

describe('the editor finds nothing to change in what was imported', () => {
  test.each(['article.txt', 'wrapped.txt', 'verse.txt', 'chinese.txt', 'report.md', 'news-page.html', 'plain-page.html'])(
    '%s',
    async (name) => {
      const { state } = await readFile(name, fixture(name));
      expect(throughEditor(state)).toEqual(state);
    },
  );

  test.each([
    ['formats in formats', '<p>a <b>b <i>c <u>d</u></i></b><code>e</code> <s>f</s></p>'],
    ['a first word in bold', '<p><b>a</b> b</p>'],
    ['spaces between formats', '<p> a <b> b </b> <i> c</i> </p>'],
    ['a link with formats and a break', '<p><a href="https://a.example/">x <b>y</b><br>z</a> w</p>'],
    ['a link around blocks', '<a href="https://a.example/"><h2>x</h2><p>y</p></a>'],
    ['lists side by side', '<ul><li>a</li></ul><ul><li>b</li></ul><ol start="4"><li>c</li></ol>'],
    ['lists in lists', '<ol><li>a<ul><li>b<ol><li>c</li></ol></li></ul><ul><li>d</li></ul></li><li>e</li></ol>'],
    ['a list right in a list', '<ul><ul><li>a</li></ul><li>b</li></ul>'],
    ['an item of paragraphs', '<ul><li><p>a</p><p>b</p></li><li><h3>c</h3>d</li></ul>'],
    ['a table in an item, a list in a cell', '<ul><li>a<table><tr><td>b<td>c</table></li></ul><table><tr><td><ul><li>d</ul><td>e</table>'],
    ['preformatted text with tabs', '<pre>a\tb\n\n  c</pre>'],
    ['breaks and nothing else', '<p>a<br><br><br>b</p><p><br></p><p>&nbsp;</p>'],
    ['Google Docs', '<b style="font-weight:normal;"><p><span>a</span></p><p><b>b</b></p></b>'],
  ])('%s', async (_, html) => {
    const { state } = await read('a.html', html);
    expect(throughEditor(state)).toEqual(state);
  });

  test('any nesting of elements', async () => {
    const tags = [
      'p',
      'div',
      'h2',
      'ul',
      'ol',
      'li',
      'blockquote',
      'table',
      'tr',
      'td',
      'a href="https://a.example/"',
      'b',
      'em',
      'br',
      'pre',
      'span',
      'q',
    ];
    const { html } = fc.letrec<{ html: string }>((tie) => ({
      html: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc.constantFrom('a', ' ', 'b c', '\n', '\t', '&nbsp;'),
        fc
          .tuple(fc.constantFrom(...tags), fc.array(tie('html'), { maxLength: 4 }))
          .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag.split(' ')[0]}>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(html, async (source) => {
        const { state } = await read('a.html', `<p>start</p>${source}`);
        expect(EditorState.safeParse(state).success).toBe(true);
        expect(throughEditor(state)).toEqual(state);
        expect(textOf(state)).toMatch(/^start/);
      }),
      { numRuns: 300 },
    );
  });
});

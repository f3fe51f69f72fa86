import { describe, expect, test } from 'vitest';
import { EditorState, isSafeLink } from '../../../contract/index.ts';
import { readPasted } from '../../../main/engine/imports/paste.ts';
import { linksOf, nodesOf, read, textOf } from './fixtures.ts';

/** Filler, so that a page has an article to find. */
const article = `<h1>Title</h1>${'<p>The harbour closed in March, and the millers expected a lost season, but the trade went inland by rail.</p>'.repeat(8)}`;

const attacks = [
  ['script', '<script>EVIL</script>'],
  ['script in svg', '<svg><script>EVIL</script><text>EVIL</text></svg>'],
  ['script split by a comment', '<scr<!-- -->ipt>alert(1)</script>'],
  ['event handler', '<p onclick="EVIL()" onmouseover=EVIL()>text</p>'],
  ['image', '<img src=x onerror="EVIL()"><picture><source srcset="https://EVIL/x"></picture>'],
  ['javascript: link', '<a href="javascript:EVIL()">text</a>'],
  ['JaVaScRiPt: link', '<a href="  JaVaScRiPt:EVIL()">text</a>'],
  ['tab in the scheme', '<a href="java\tscript:EVIL()">text</a>'],
  ['newline in the scheme', '<a href="java\nscript:EVIL()">text</a>'],
  ['entities in the scheme', '<a href="java&#x0A;script&colon;EVIL()">text</a>'],
  ['control character before the scheme', '<a href="&#1;javascript:EVIL()">text</a>'],
  ['data: link', '<a href="data:text/html,<script>EVIL</script>">text</a>'],
  ['vbscript: and file: links', '<a href="vbscript:EVIL">text</a><a href="file:///EVIL">text</a>'],
  ['style sheet', '<style>@import url(https://EVIL/x.css)</style><p style="background:url(https://EVIL/x)">text</p>'],
  [
    'iframe, object, embed',
    '<iframe src="https://EVIL/">EVIL</iframe><object data="https://EVIL/">EVIL</object><embed src="https://EVIL/">',
  ],
  ['meta refresh', '<meta http-equiv="refresh" content="0;url=https://EVIL/">'],
  ['link and base', '<link rel="stylesheet" href="https://EVIL/x.css"><link rel="preload" href="https://EVIL/">'],
  ['form', '<form action="https://EVIL/"><input value="EVIL"><textarea>EVIL</textarea><button>EVIL</button></form>'],
  ['template and noscript', '<template><p>EVIL</p></template><noscript><img src="https://EVIL/"></noscript>'],
  ['mathml', '<math><mtext><script>EVIL</script></mtext></math>'],
  ['hidden text', '<p hidden>EVIL</p><p style="display:none">EVIL</p><p aria-hidden="true">EVIL</p>'],
  ['media', '<video src="https://EVIL/" poster="https://EVIL/"><track src="https://EVIL/"></video><audio src="https://EVIL/">EVIL</audio>'],
  ['broken out of an attribute', '<a title="</a><script>EVIL</script>">text</a>'],
] as const;

describe('nothing that runs, loads or hides comes in', () => {
  const expectClean = (state: EditorState) => {
    expect(EditorState.safeParse(state).success).toBe(true);
    expect(JSON.stringify(state)).not.toMatch(/EVIL|javascript:|on\w+=|<script/i);
    expect(linksOf(state).every(isSafeLink)).toBe(true);
  };

  test.each(attacks)('%s, in a web page', async (_, html) => {
    const { state } = await read('page.html', `<nav>menu</nav><article>${article}${html}<p>last words</p></article>`);
    expectClean(state);
    expect(textOf(state)).toContain('the millers expected a lost season');
  });
  test.each(attacks)('%s, in a plain page', async (_, html) => expectClean((await read('page.html', `<p>words</p>${html}`)).state));
  test.each(attacks)('%s, in Markdown: tags go, words and web addresses between them stay as such', async (_, html) => {
    const { state } = await read('page.md', `words\n\n${html}\n\nmore ${html}`);
    expect(EditorState.safeParse(state).success).toBe(true);
    expect(linksOf(state).every(isSafeLink)).toBe(true);
  });
  test.each(attacks)('%s, pasted', (_, html) => expectClean(readPasted({ text: 'words', html: `<p>words</p>${html}` }).state));

  test.each(['[x](javascript:EVIL)', '[x](<java\tscript:EVIL>)', '![x](https://EVIL/)', '<javascript:EVIL>', '[x]: data:EVIL\n\n[x]'])(
    'Markdown %j',
    async (markdown) => {
      const { state } = await read('a.md', `words ${markdown}`);
      expect(linksOf(state)).toEqual([]);
      expect(nodesOf(state).every(({ type }) => ['root', 'paragraph', 'text'].includes(type))).toBe(true);
    },
  );
});

describe('what cannot be read is refused in words', () => {
  const deep = 10_000;
  test.each([
    ['empty', 'a.txt', '', 'invalid', /empty/],
    ['white space only', 'a.txt', ' \n\t\n\u3000', 'invalid', /no text/],
    ['a page without text', 'a.html', '<html><body><script>1</script></body></html>', 'invalid', /no text/],
    ['binary', 'a.txt', 'a\0b', 'invalid', /not a text file/],
    ['another kind', 'a.docx', 'PK', 'invalid', /named \.docx, but is not a Word document/],
    ['elements without end', 'a.html', '<div>'.repeat(deep), 'invalid', /nested/],
    ['lists without end', 'a.html', '<ul><li>'.repeat(deep), 'invalid', /nested/],
    ['tables without end', 'a.html', '<table><tr><td>'.repeat(deep), 'invalid', /nested/],
    ['quotes without end', 'a.md', `${'>'.repeat(deep)}x`, 'invalid', /nested/],
    ['Markdown lists without end', 'a.md', `${'- '.repeat(deep)}x`, 'invalid', /nested/],
    ['emphasis without end', 'a.md', `${'*a '.repeat(deep)}${'a* '.repeat(deep)}`, 'invalid', /nested/],
    ['images without end', 'a.md', `${'!['.repeat(deep)}a${'](b)'.repeat(deep)}`, 'invalid', /nested/],
    [
      'Markdown items ever further in',
      'a.md',
      Array.from({ length: 1000 }, (_, i) => `${' '.repeat(2 * i)}- x`).join('\n'),
      'invalid',
      /nested/,
    ],
  ] as const)('%s', async (_, name, text, kind, message) => {
    await expect(read(name, text)).rejects.toThrow(expect.objectContaining({ kind, message: expect.stringMatching(message) }));
  });

  test('lists nested deep, but as people might, come in within the contract', async () => {
    const { state } = await read('a.html', '<ul><li>a'.repeat(120));
    expect(EditorState.safeParse(state).success).toBe(true);
    expect(textOf(state)).toBe(Array.from({ length: 120 }, () => 'a').join('\n'));
  });
});

import { describe, expect, test } from 'vitest';
import { readFile } from '../../../main/engine/imports/read.ts';
import { fixture, linksOf, nodesOf, outline, textOf } from './fixtures.ts';

describe('what files become', () => {
  test.each([
    {
      file: 'article.txt',
      title: 'The port that moved uphill',
      language: 'en',
      blocks: ['heading', 'paragraph', 'paragraph', 'paragraph'],
    },
    { file: 'russian.txt', title: 'Порт, который переехал на холм', language: 'ru', blocks: ['heading', 'paragraph', 'paragraph'] },
    { file: 'russian-utf16.txt', title: 'Порт, который переехал на холм', language: 'ru', blocks: ['heading', 'paragraph', 'paragraph'] },
    { file: 'chinese.txt', title: '搬上山的港口', language: 'zh', blocks: ['heading', 'paragraph', 'paragraph'] },
    { file: 'verse.txt', title: 'The river has no opinion', language: 'en', blocks: ['paragraph', 'paragraph'] },
    { file: 'windows-1251.html', title: 'Шлюзы Варна', language: 'ru', blocks: ['heading', 'paragraph', 'paragraph'] },
    {
      file: 'plain-page.html',
      title: 'Minutes of the lock committee',
      language: 'en',
      blocks: ['heading', 'paragraph', 'heading', 'list', 'paragraph'],
    },
  ])('$file', async ({ file, title, language, blocks }) => {
    const reading = await readFile(file, fixture(file));
    expect(reading).toMatchObject({ title, language });
    expect(reading.state.root.children.map(({ type }) => type)).toEqual(blocks);
  });

  test('a saved news page: the article and what it says of itself, nothing around it', async () => {
    const { title, language, source, state, mediaType } = await readFile('news-page.html', fixture('news-page.html'));
    expect({ title, language, mediaType }).toEqual({ title: 'Grain finds a longer road', language: 'en', mediaType: 'text/html' });
    expect(source).toEqual({
      author: 'Mira Okafor, Jon Vale',
      publisher: 'The Harbour Gazette',
      url: 'https://gazette.example/2024/05/grain-corridor.html',
      published: '2024-05-12',
      accessed: null,
      reliability: null,
      credibility: null,
    });
    const shown = outline(state);
    expect(shown[0]).toBe('h1 Grain finds a longer road');
    expect(shown).toEqual(
      expect.arrayContaining([
        'h2 Who pays for the detour',
        '• Rail tariffs: down by a third until autumn',
        '  • downstream: doubled',
        'quote The harbour taught us to be lazy about distance.',
        'p Exports of grain, thousand tonnes',
        'p Month | By sea | By rail',
        'p April | 0 | 290',
        'p Barges waiting at the second lock, late April.',
      ]),
    );
    expect(linksOf(state)).toEqual(['https://gazette.example/2023/rail.html', 'https://stats.example/grain?year=2024&m=4']);
    expect(textOf(state)).toContain("four fifths of last year's volume");
    expect(textOf(state)).not.toMatch(/ADVERTISEMENT|SCRIPT|Most read|gullfan|Privacy|Markets|Search|alert/);
  });

  test('a Markdown report: front matter, lists, quote, table, tasks, code; no HTML', async () => {
    const { title, source, state } = await readFile('report.md', fixture('report.md'));
    expect(title).toBe('Lithium in the salt flats: a field report');
    expect(source).toMatchObject({
      author: 'Ana Quispe, Tomas Berg',
      publisher: 'Andean Desk',
      url: 'https://desk.example/reports/lithium',
      published: '2024-11-03',
    });
    expect(outline(state)).toEqual([
      'h1 Lithium in the salt flats: a field report',
      'p The brine under the flats is richer than maps suggest, and harder to reach. See the survey and the annex.',
      'h2 What we saw',
      '1. Ponds',
      '  • twelve in use',
      '  • four dry',
      '2. Roads',
      '3. Power',
      'quote Water is the only currency here that everybody accepts.',
      'p Site | Ponds | Water, l/s',
      'p North | 12 | 48',
      'p South | 4 | 20 17',
      '• ☑ meet the cooperative',
      '• ☐ visit the southern ponds',
      'p Text with inline html, an and code.',
      'p pump --rate 48\npump --rate 17',
    ]);
    expect(linksOf(state)).toEqual(['https://desk.example/survey', 'https://desk.example/reports/annex.html']);
    const formats = Object.fromEntries(nodesOf(state).flatMap((node) => (node.type === 'text' ? [[node.text, node.format]] : [])));
    expect(formats).toMatchObject({ richer: 1, 'harder to reach': 2, '20': 4, code: 16 });
  });

  test('a plain page: numbers as they began, links that mean something elsewhere', async () => {
    const { source, state } = await readFile('plain-page.html', fixture('plain-page.html'));
    expect(source.published).toBe('2024-05-03');
    expect(outline(state)).toEqual([
      'h1 Minutes of the lock committee',
      'p Present: the keeper, two bakers.\nAbsent: the river.',
      'h2 Decided',
      '3. To mend the lower gate.',
      '4. To ask the bakers first.',
      '  1. In writing.',
      'p See above, the keeper, the annex. CO2: none.',
    ]);
    expect(linksOf(state)).toEqual(['#decided', 'mailto:keeper@varn.example']);
  });

  test('a text that LibreOffice saved as a page: notes as a list, no running head or foot', async () => {
    const { source, state } = await readFile('writer-page.html', fixture('writer-page.html'));
    expect(source).toMatchObject({ author: 'Vera Lind', published: '2024-03-05' });
    expect(outline(state)).toEqual([
      'h1 Who crosses, and when',
      'p Fares were eleven crowns[1]. A last word[2], and an end remark[3].',
      '1. Raised in March, after the ice.',
      '2. Printed by the lake press.',
      '3. Kept at the end.',
    ]);
    expect(linksOf(state)).toEqual([]);
  });
});

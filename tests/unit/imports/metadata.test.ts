import { describe, expect, test } from 'vitest';
import { readDate } from '../../../main/engine/imports/dates.ts';
import { languageOf } from '../../../main/engine/imports/language/language.ts';
import { readPasted } from '../../../main/engine/imports/paste.ts';
import { outline, read } from './fixtures.ts';

describe('titles', () => {
  test.each([
    ['what the page claims', 'a.html', '<title>Page | Site</title><meta property="og:title" content="Claimed"><h1>Shown</h1>', 'Claimed'],
    ['its one headline', 'a.html', '<title>Page | Site</title><h1>Shown</h1>', 'Shown'],
    ['its title without the site', 'a.html', '<title>Page | Site</title><meta property="og:site_name" content="Site"><p>x</p>', 'Page'],
    ['a headline with a link to itself behind it', 'a.html', '<h1>Shown<a href="#x">¶</a></h1>', 'Shown'],
    ['front matter', 'a.md', '---\ntitle: "Said: here"\n---\n# Shown', 'Said: here'],
    ['the first heading', 'a.md', 'intro\n\n# Shown *here*', 'Shown here'],
    ['the first line', 'a.md', 'First line  \nsecond', 'First line'],
    ['a long first line, cut at a word', 'a.txt', `${'word '.repeat(40)}`, `${'word '.repeat(23)}word…`],
  ])('%s', async (_, name, text, title) => {
    expect((await read(name, text)).title).toBe(title);
  });

  test('two rules in Markdown are no front matter', async () => {
    expect(outline((await read('a.md', '---\n\nText.\n\n---\n\nMore.')).state)).toEqual(['p Text.', 'p More.']);
  });

  test('a pasted text takes the title it is given, its HTML where that has text', () => {
    expect(readPasted({ text: 'plain', html: '<h2>Rich</h2><p>text</p>', title: 'Given' })).toMatchObject({ title: 'Given' });
    expect(outline(readPasted({ text: 'plain', html: '<h2>Rich</h2><p>text</p>' }).state)).toEqual(['h2 Rich', 'p text']);
    expect(outline(readPasted({ text: 'plain', html: '<img src="x">' }).state)).toEqual(['p plain']);
  });
});

describe('sources', () => {
  test.each([
    [
      'citation tags',
      '<meta name="citation_author" content="A. Author"><meta name="citation_publication_date" content="2023/07/01">',
      { author: 'A. Author', published: '2023-07-01' },
    ],
    [
      'Open Graph',
      '<meta property="article:published_time" content="2023-07-01T22:00:00Z"><meta property="og:url" content="https://a.example/x">',
      { published: '2023-07-01', url: 'https://a.example/x' },
    ],
    ['an address is no author', '<meta property="article:author" content="https://social.example/someone">', { author: '' }],
    [
      'linked data that is broken',
      '<script type="application/ld+json">{"@type":</script><meta name="author" content="B">',
      { author: 'B' },
    ],
    ['a link to oneself that is no web address', '<link rel="canonical" href="javascript:alert(1)">', { url: '' }],
  ])('%s', async (_, head, source) => {
    expect((await read('a.html', `<head>${head}</head><p>text</p>`)).source).toMatchObject(source);
  });
});

test.each([
  ['2024-05-12', '2024-05-12'],
  ['2024-05-12T23:30:00-05:00', '2024-05-12'],
  ['2024-5', '2024-05'],
  ['2024', '2024'],
  ['20240512', '2024-05-12'],
  ['12.5.2024', '2024-05-12'],
  ['May 12, 2024', '2024-05-12'],
  ['12 May 2024', '2024-05-12'],
  ['5/12/2024', null],
  ['2024-13-01', null],
  ['yesterday', null],
  ['', null],
])('the date %j is %j', (written, date) => {
  expect(readDate(written)).toBe(date);
});

test.each([
  ['The harbour closed in March and the millers of the valley expected a lost season, but the trade went inland.', '', 'en'],
  ['Гавань закрыли в марте, и мельники долины ждали потерянного сезона.', '', 'ru'],
  ['Гавань закрили у березні, і мельники долини чекали на втрачений сезон; її відкрили пізніше.', '', 'uk'],
  ['Пристанището беше затворено през март и мелничарите от долината очакваха загубен сезон, но търговията продължи по суша.', '', 'bg'],
  ['港口在三月关闭，磨坊主以为会失去一个季节。', '', 'zh'],
  ['港は三月に閉鎖され、製粉業者たちは季節を失うと思った。', '', 'ja'],
  ['항구는 3월에 문을 닫았고 방앗간 주인들은 한 철을 잃을 것으로 보았다.', '', 'ko'],
  ['Le port a fermé en mars et les meuniers de la vallée craignaient de perdre la saison, mais le commerce a pris le rail.', '', 'fr'],
  ['Short.', '', 'und'],
  ['Short.', 'de-AT', 'de'],
  ['42', 'not a language', 'und'],
])('the language of %j, declared %j, is %s', (text, declared, language) => {
  expect(languageOf(text, declared)).toBe(language);
});

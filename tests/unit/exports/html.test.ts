import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { writeHtml } from '../../../main/engine/exports/html.ts';
import type { SelectedPassage } from '../../../main/engine/exports/selection.ts';
import { selectionOf, sphere } from './selections.ts';

const page = (passage: Partial<SelectedPassage>, document = {}) => parseHTML(writeHtml(selectionOf([passage], document))).document;

test('its policy allows its own style sheet and nothing else', () => {
  const document = page({ spheres: [sphere('economic')] });
  const style = document.querySelector('style')?.textContent ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'`,
  );
  expect(style).toContain('prefers-color-scheme: dark');
  expect(style).toContain('.sphere-1{--sphere:#E69F00}');
  expect(document.querySelectorAll('[style], script, img, link, iframe')).toHaveLength(0);
});

describe('quotes stand letter for letter', () => {
  test.each(['a <b>bold</b> & "quoted" claim', '</blockquote><script>x()</script>', 'One line.\nAnother.', '文化交流仍在继续。'])(
    '%j',
    (quote) => {
      const document = page({ quote });
      expect(document.querySelector('blockquote')?.textContent).toBe(quote);
      expect(document.querySelector('script')).toBeNull();
    },
  );
});

describe('notes', () => {
  test.each([
    [
      'Markdown is shown as it means',
      'Compare **this**\n\n- one\n- two',
      '<p>Compare <strong>this</strong></p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
    ],
    ['headings stay below the page’s own', '# Big', '<h4>Big</h4>'],
    ['links to the web', '[a](https://port.example/?x=1&y=2)', '<p><a href="https://port.example/?x=1&amp;y=2" rel="noreferrer">a</a></p>'],
    ['no other links', '[a](javascript:alert(1))', '<p><a>a</a></p>'],
    ['no images', 'x ![a](https://port.example/a.png)', '<p>x </p>'],
    ['no HTML', 'x <img src=y onerror=z> y', '<p>x  y</p>'],
    ['what nests without end, as written', '>'.repeat(1_000), `<pre>${'&gt;'.repeat(1_000)}</pre>`],
    ['signs', 'a < b & c', '<p>a &lt; b &amp; c</p>'],
  ])('%s', (_name, note, expected) => {
    expect(writeHtml(selectionOf([{ note }]))).toContain(`<div class="note">${expected}</div>`);
  });
});

test('an address is a link only where it is one', () => {
  const source = { author: '', publisher: '', published: null, accessed: null, reliability: null, credibility: null };
  const href = (url: string) =>
    page({}, { source: { ...source, url } })
      .querySelector('dd a')
      ?.getAttribute('href') ?? null;
  expect(href('https://port.example/"x"')).toBe('https://port.example/"x"');
  expect(href('javascript:alert(1)')).toBeNull();
});

test('an entry gives all there is to know of a passage', () => {
  const text =
    page({ spheres: [sphere('economic'), sphere('geopolitical / alliances')], state: 'detached' }).querySelector('main')?.textContent ?? '';
  for (const words of [
    'economic',
    'geopolitical / alliances',
    'detached',
    '5–23',
    'Ada',
    '2026-11-20',
    'Grain prices',
    'The Port',
    '2024-05',
    'usually reliable',
  ]) {
    expect(text).toContain(words);
  }
});

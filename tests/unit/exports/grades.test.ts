import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../../main/engine/exports/csv.ts';
import { writeHtml } from '../../../main/engine/exports/html.ts';
import { writeJson } from '../../../main/engine/exports/json.ts';
import { writeMarkdown } from '../../../main/engine/exports/markdown.ts';
import type { SelectedPassage } from '../../../main/engine/exports/selection.ts';
import { selectionOf } from './selections.ts';

const graded: Partial<SelectedPassage> = {
  credibility: 2,
  grade: { reliability: 'B', credibility: 2 },
  event: '2024-05-12/2024-07-03',
  locator: 'p. 12',
};

function selection(passage: Partial<SelectedPassage>) {
  const made = selectionOf([passage]);
  for (const document of made.documents) document.source.credibility = 3;
  return made;
}

describe('grade, event date and place stand in every format', () => {
  test('Markdown', () => {
    const markdown = writeMarkdown(selection(graded));
    expect(markdown).toContain('- Reliability: B (usually reliable)\n- Credibility: 3 (possibly true)\n');
    expect(markdown).toContain(
      '- Grade: B2 (source usually reliable, probably true)\n- Event: 12 May 2024 – 3 July 2024\n- Place: p. 12\n\n*Position',
    );
  });

  test('HTML', () => {
    const { document } = parseHTML(writeHtml(selection(graded)));
    const factsIn = (list: Element | null) => Array.from(list?.children ?? [], ({ textContent }) => textContent);
    expect(factsIn(document.querySelector('section > dl'))).toContain('3 (possibly true)');
    expect(factsIn(document.querySelector('article dl'))).toEqual([
      'Grade',
      'B2 (source usually reliable, probably true)',
      'Event',
      '12 May 2024 – 3 July 2024',
      'Place',
      'p. 12',
    ]);
  });

  test('CSV, in columns after all that were there before', () => {
    const [header = '', row = ''] = writeCsv(selection(graded)).split('\r\n');
    expect(header).toMatch(/document id,grade,credibility,source credibility,event,event from,event to,locator$/);
    expect(row).toMatch(/,d,B2,2,3,12 May 2024 – 3 July 2024,2024-05-12,2024-07-03,p\. 12$/);
  });

  test('JSON', () => {
    const { documents } = JSON.parse(writeJson(selection(graded)));
    expect(documents[0].source).toMatchObject({ reliability: 'B', credibility: 3 });
    expect(documents[0].passages[0]).toMatchObject({
      credibility: 2,
      grade: { reliability: 'B', credibility: 2 },
      event: { date: '2024-05-12/2024-07-03', from: '2024-05-12', to: '2024-07-03', words: '12 May 2024 – 3 July 2024' },
      locator: 'p. 12',
    });
  });
});

test('what is not known takes no room in prose, and is empty in a table', () => {
  const unknown = { grade: { reliability: null, credibility: null } };
  expect(writeMarkdown(selectionOf([unknown]))).not.toMatch(/Grade|Event|Place|Credibility/);
  expect(parseHTML(writeHtml(selectionOf([unknown]))).document.querySelector('article dl')).toBeNull();
  expect(writeCsv(selectionOf([unknown])).split('\r\n')[1]).toMatch(/,d,,,,,,,$/);
  expect(JSON.parse(writeJson(selectionOf([unknown]))).documents[0].passages[0]).toMatchObject({ event: null, locator: '' });
});

test('a source alone grades by its letter', () => {
  expect(writeMarkdown(selectionOf([{ event: '2024-21' }]))).toContain('- Grade: B (source usually reliable)\n- Event: spring 2024\n');
});

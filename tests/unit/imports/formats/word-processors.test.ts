import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../../main/engine/imports/formats/docx.ts';
import { readOdt } from '../../../../main/engine/imports/formats/odt.ts';
import { readRtf } from '../../../../main/engine/imports/formats/rtf.ts';
import { fixture, linksOf, nodesOf } from '../fixtures.ts';
import { outlineOf, stateOf } from './outline-of.ts';

/** One text, saved by LibreOffice in each format. */
const drafts = {
  docx: await readDocx(fixture('seed.docx')),
  odt: await readOdt(fixture('seed.odt')),
  rtf: readRtf(fixture('seed.rtf')),
};

describe.each(Object.entries(drafts))('one text as %s', (name, draft) => {
  test('comes out with its structure', () => {
    expect(outlineOf(draft)).toEqual([
      'h1 Ferries of the northern lake',
      'h1 Who crosses, and when',
      'p The morning boat leaves at six; the evening boat waits for the last train. Fares were nine eleven crowns[1], says the fare table.',
      'p Паром ходит с мая; 渡船 spaced tabbed. H2O and x2.\nA second line — “quoted”.',
      'p The crew sleeps well aboard.',
      '• Oars and ropes',
      '  • hemp',
      '  • nylon',
      '• Lamps',
      'p Between the lists.',
      '1. Cast off',
      '  1. bow line',
      '  2. stern line',
      '2. Sound the horn',
      'h2 The timetable',
      'p Day | Boats',
      'p Monday | four',
      'quote We never left anyone on the pier, the captain said.',
      'p depart 06:00\nreturn 19:30',
      'p A last word[2], and an end remark[3].',
      '1. Raised in March, after the ice.',
      '2. Printed by the lake press.',
      '3. Kept at the end.',
    ]);
  });

  test('comes out the same, formats and links too', () => {
    expect(stateOf(draft)).toEqual(stateOf(drafts.docx));
    expect(linksOf(stateOf(draft))).toEqual(['https://lake.example/fares']);
  });

  test('keeps its formats', () => {
    const formats = nodesOf(stateOf(draft)).flatMap((node) =>
      node.type === 'text' && 'format' in node && node.format !== 0
        ? [`${String(node.format)} ${'text' in node ? String(node.text) : ''}`]
        : [],
    );
    expect(formats).toEqual([
      ...['1 morning boat', '2 evening boat', '8 last train', '4 nine', '64 [1]', '32 2', '64 2'],
      ...['16 depart 06:00', '16 return 19:30', '64 [2]', '64 [3]', '2 March'],
    ]);
  });

  test('says whose it is, and what was decided in reading it', () => {
    const language = name === 'rtf' ? '' : 'en-GB';
    expect(draft.claims).toEqual({
      title: 'Ferries of the northern lake',
      author: 'Vera Lind',
      publisher: '',
      url: '',
      published: '2024-03-05',
      language,
    });
    expect(draft.notices).toEqual([
      '2 tracked changes are read as if accepted: what they delete was left in the original.',
      '1 comment was left in the original.',
    ]);
  });
});

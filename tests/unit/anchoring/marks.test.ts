import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveText, dropMarks, markIdsOf, markRange, markRanges, projectPassages } from '../../../anchoring/index.ts';
import { type EditorNode, isElement, isMark } from '../../../contract/index.ts';
import { block, charactersOf, lineBreak, mark, paragraph, stateOf, states, text } from './states.ts';

const id = 'new';

/** A state and a stretch of its text, which may begin and end anywhere. */
const stretches = fc.tuple(states, fc.nat(), fc.nat()).map(([state, one, other]) => {
  const { length } = deriveText(state).text;
  const [start, end] = [one % (length + 1), other % (length + 1)].sort((a, b) => a - b);
  return { state, start: start ?? 0, end: end ?? 0 };
});

describe('marking a stretch', () => {
  test.each([
    ['words inside a text', stateOf(paragraph('Trade grew fast.')), 6, 10, 'grew'],
    ['across a bold word', stateOf(paragraph('Trade ', text('grew', 1), ' fast.')), 3, 12, 'de grew f'],
    ['across two paragraphs', stateOf(paragraph('First one.'), paragraph('Second one.')), 6, 17, 'one.\nSecond'],
    ['across a line break', stateOf(paragraph('First', lineBreak, 'second')), 3, 8, 'st\nse'],
    ['across a link', stateOf(paragraph('see ', block('link', 'the report'), ' now')), 0, 11, 'see the rep'],
    ['inside a longer passage', stateOf(paragraph(mark(['old'], 'Trade grew fast.'))), 6, 10, 'grew'],
    ['over the edge of another', stateOf(paragraph('Trade ', mark(['old'], 'grew'), ' fast.')), 8, 15, 'ew fast'],
    ['a globe', stateOf(paragraph('the 🌍 turns')), 4, 6, '🌍'],
    ['a letter with its accent', stateOf(paragraph('re\u0301sume\u0301')), 1, 3, 'e\u0301'],
    ['right to left', stateOf(paragraph('שלום עולם')), 5, 9, 'עולם'],
    ['list items', stateOf(block('list', block('listitem', 'tin'), block('listitem', 'zinc'))), 0, 8, 'tin\nzinc'],
  ])('%s', (_, state, start, end, quote) => {
    const marked = deriveText(markRange(state, id, { start, end }));
    expect(marked.text).toBe(deriveText(state).text);
    expect(projectPassages(marked).get(id)).toMatchObject({ quote, segments: [{ start, end }] });
  });

  test('a separator at its edge is not part of it, and alone is nothing to mark', () => {
    const state = stateOf(paragraph('One'), paragraph('Two'));
    expect(projectPassages(deriveText(markRange(state, id, { start: 3, end: 7 }))).get(id)?.segments).toEqual([{ start: 4, end: 7 }]);
    expect(markIdsOf(markRange(state, id, { start: 3, end: 4 }))).toEqual(new Set());
  });

  test('many at once are as one after another', () => {
    const several = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 });
    fc.assert(
      fc.property(states, several, (state, pairs) => {
        const { length } = deriveText(state).text;
        const ranges = pairs.map(([one, other], index) => {
          const [start = 0, end = 0] = [one % (length + 1), other % (length + 1)].sort((a, b) => a - b);
          return { id: `p${index % 4}`, start, end };
        });
        const oneByOne = ranges.reduce((marked, range) => markRange(marked, range.id, range), state);
        const sorted = (all: ReturnType<typeof charactersOf>) => all.map((each) => ({ ...each, ids: each.ids.toSorted() }));
        expect(sorted(charactersOf(markRanges(state, ranges)))).toEqual(sorted(charactersOf(oneByOne)));
      }),
    );
  });

  test('covers exactly the stretch, and changes nothing else', () => {
    fc.assert(
      fc.property(stretches, ({ state, start, end }) => {
        const before = deriveText(state);
        const marked = markRange(state, id, { start, end });
        const after = deriveText(marked);
        expect(after.text).toBe(before.text);

        const inside = before.runs.filter((run) => run.start < end && run.end > start);
        const first = inside[0];
        const last = inside.at(-1);
        const anchors = projectPassages(after);
        if (first === undefined || last === undefined || start === end) expect(anchors.has(id)).toBe(false);
        else {
          const segment = { start: Math.max(start, first.start), end: Math.min(end, last.end) };
          expect(anchors.get(id)).toMatchObject({
            segments: [segment],
            quote: after.text.slice(segment.start, segment.end).toWellFormed(),
          });
          expect(before.text.slice(start, segment.start) + before.text.slice(segment.end, end)).toMatch(/^\n*$/);
        }

        anchors.delete(id);
        expect(anchors).toEqual(projectPassages(before));
        expect(withoutNew(charactersOf(marked))).toEqual(charactersOf(state));
      }),
    );
  });

  test('every character of the stretch is under the mark, and no other', () => {
    fc.assert(
      fc.property(stretches, ({ state, start, end }) => {
        for (const run of deriveText(markRange(state, id, { start, end })).runs) {
          expect(run.markIds.includes(id)).toBe(run.start >= start && run.end <= end);
        }
      }),
    );
  });

  test('leaves marks flat, neighbours of the same passages joined: as the editor keeps them', () => {
    const sameIds = (these: readonly string[], those: readonly string[]) => these.toSorted().join() === those.toSorted().join();
    const flawOf = (nodes: readonly EditorNode[], inMark: boolean): string | null => {
      for (const [index, node] of nodes.entries()) {
        const next = nodes[index + 1];
        if (isMark(node) && inMark) return 'a mark in a mark';
        if (isMark(node) && next !== undefined && isMark(next) && sameIds(node.ids, next.ids)) return 'two marks for one';
        const inner = isElement(node) ? flawOf(node.children, inMark || isMark(node)) : null;
        if (inner !== null) return inner;
      }
      return null;
    };
    fc.assert(
      fc.property(stretches, ({ state, start, end }) => {
        const marked = markRange(markRange(state, id, { start, end }), 'other', { start: start + 1, end: end + 2 });
        expect(flawOf(marked.root.children, false)).toBeNull();
      }),
    );
  });
});

describe('dropping marks', () => {
  test('takes back what marking did', () => {
    fc.assert(
      fc.property(stretches, ({ state, start, end }) => {
        const back = dropMarks(markRange(state, id, { start, end }), new Set([id]));
        expect(charactersOf(back)).toEqual(charactersOf(state));
        expect(deriveText(back).text).toBe(deriveText(state).text);
        expect(markIdsOf(back)).toEqual(markIdsOf(state));
      }),
    );
  });

  test('of some passages leaves the text and the others as they are', () => {
    const some = fc.uniqueArray(fc.constantFrom('m1', 'm2', 'm3', 'm4'));
    fc.assert(
      fc.property(states, some, (state, dropped) => {
        const before = deriveText(state);
        const after = deriveText(dropMarks(state, new Set(dropped)));
        expect(after.text).toBe(before.text);
        const kept = projectPassages(before);
        for (const gone of dropped) kept.delete(gone);
        expect(projectPassages(after)).toEqual(kept);
      }),
    );
  });

  test('of no passage gives the very same state', () => {
    const state = stateOf(paragraph(mark(['p'], 'a')));
    expect(dropMarks(state, new Set())).toBe(state);
  });
});

function withoutNew(characters: ReturnType<typeof charactersOf>): ReturnType<typeof charactersOf> {
  return characters.map((each) => ({ ...each, ids: each.ids.filter((other) => other !== id) }));
}

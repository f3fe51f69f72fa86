import { describe, expect, test } from 'vitest';
import type { PassageOutcome, ReviewedPassage } from '../../../../contract/index.ts';
import {
  acceptable,
  accepted,
  acceptFrom,
  choiceOf,
  countOutcomes,
  type Decisions,
  filtered,
  firstDecisions,
  otherPlaces,
  tally,
} from '../../../../renderer/versions/update/acceptance.ts';
import { counted, scoreText, versionTitle } from '../../../../renderer/versions/words.ts';

function place(start: number) {
  return { segments: [{ start, end: start + 5 }], quote: 'heron', prefix: 'the ', suffix: ' pays' };
}

function passage(passageId: string, outcome: PassageOutcome, score: number, candidates: number[] = []): ReviewedPassage {
  return {
    passageId,
    outcome,
    score,
    margin: score,
    before: place(0),
    after: outcome === 'lost' ? null : place(10),
    candidates: candidates.map((start) => ({ ...place(start), score: 0.6 })),
  };
}

const passages = [
  passage('kept', 'kept', 1),
  passage('moved', 'moved', 0.97, [10, 80]),
  passage('reworded', 'changed', 0.85, [10, 40]),
  passage('faint', 'changed', 0.72),
  passage('twice', 'lost', 0, [20, 60]),
  passage('gone', 'lost', 0),
];
const first = firstDecisions(passages);
const ids = (some: readonly ReviewedPassage[]) => some.map(({ passageId }) => passageId);
const decided = (...choices: [string, 'found' | 'detached' | number][]): Decisions => new Map([...first, ...choices]);

describe('a review', () => {
  test('begins with what is kept accepted, and what has no place left detached', () => {
    expect(passages.map((one) => choiceOf(first, one))).toEqual(['found', undefined, undefined, undefined, undefined, 'detached']);
    expect(tally(passages, first)).toEqual({ placed: 1, detached: 1, open: 4 });
  });

  test('counts passages of each kind', () => {
    expect(countOutcomes(passages)).toEqual({ kept: 1, moved: 1, changed: 2, lost: 2 });
    expect(countOutcomes([])).toEqual({ kept: 0, moved: 0, changed: 0, lost: 0 });
  });

  test.each([
    [1, []],
    [0.97, ['moved']],
    [0.85, ['moved', 'reworded']],
    [0, ['moved', 'reworded', 'faint']],
  ])('accepts all from %d', (score, expected) => expect(ids(acceptable(passages, first, score))).toEqual(expected));

  test('never accepts at once what the analyst decided or what has no clear place', () => {
    const after = acceptFrom(passages, decided(['moved', 'detached'], ['reworded', 1]), 0);
    expect(Object.fromEntries(after)).toEqual({ kept: 'found', moved: 'detached', reworded: 1, faint: 'found' });
    expect(tally(passages, after)).toEqual({ placed: 3, detached: 2, open: 1 });
  });

  test('offers other places than the one found', () => {
    expect(passages.map((one) => otherPlaces(one).map(({ index }) => index))).toEqual([[], [1], [1], [], [0, 1], []]);
  });

  test.each([
    ['all', ['kept', 'moved', 'reworded', 'faint', 'twice', 'gone']],
    ['changed', ['reworded', 'faint']],
    ['lost', ['twice', 'gone']],
    ['open', ['moved', 'reworded', 'faint', 'twice']],
  ] as const)('lists %s', (filter, expected) => expect(ids(filtered(passages, first, filter))).toEqual(expected));

  test('tells the engine of what has a place and of nothing else', () => {
    expect(accepted(passages, decided(['moved', 'found'], ['reworded', 'detached'], ['twice', 1]))).toEqual([
      { passageId: 'kept', segments: [{ start: 10, end: 15 }] },
      { passageId: 'moved', segments: [{ start: 10, end: 15 }] },
      { passageId: 'twice', segments: [{ start: 60, end: 65 }] },
    ]);
    expect(accepted(passages, decided(['kept', 'detached']))).toEqual([]);
  });
});

describe('words', () => {
  test.each([
    [0.899, '89%'],
    [0.9, '90%'],
    [0.29, '29%'],
    [1, '100%'],
    [0, '0%'],
  ])('a score of %d is %s', (score, text) => expect(scoreText(score, 'en-GB')).toBe(text));

  test.each([
    [1, '1 word'],
    [0, '0 words'],
    [12_345, '12,345 words'],
  ])('%d words', (count, text) => expect(counted(count, 'word', 'en-GB')).toBe(text));

  test('a version is called by its name, or by why it was kept', () => {
    expect(versionTitle({ kind: 'named', name: 'For the meeting' })).toBe('For the meeting');
    expect(versionTitle({ kind: 'before-update', name: '' })).toBe('Before a new text');
  });
});

import fc from 'fast-check';
import type { BlockType } from '../../../../renderer/editor/text/blocks.ts';

/** A stretch of the text, as fractions of the places a caret can stand at; `from` may come after `to`. */
interface Stretch {
  from: number;
  to: number;
}

/** Something an analyst does at a caret or to what is selected. */
export type ActThere =
  | ({ kind: 'type' | 'compose' | 'correct' | 'pasteText'; words: string } & Stretch)
  | ({ kind: 'delete' | 'split' | 'lineBreak' | 'copy' | 'cut' | 'paste' | 'bold' | 'tag' | 'indent' | 'outdent' } & Stretch)
  | ({ kind: 'drag'; onto: number } & Stretch)
  | ({ kind: 'block'; type: BlockType } & Stretch)
  | ({ kind: 'link'; url: string | null } & Stretch)
  | ({ kind: 'extend'; passage: number } & Stretch);

/** Something an analyst does. */
export type Act =
  | ActThere
  | { kind: 'untag'; passage: number }
  | { kind: 'replaceAll'; find: string; words: string }
  | { kind: 'turn'; direction: 'undo' | 'redo'; times: number };

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
/** Anything from a caret to the whole text, most often a few words. */
const stretch = fc.oneof(
  { weight: 3, arbitrary: fraction.map((from) => ({ from, to: from })) },
  {
    weight: 4,
    arbitrary: fc.tuple(fraction, fc.double({ min: -0.2, max: 0.2, noNaN: true })).map(([from, by]) => ({ from, to: clamp(from + by) })),
  },
  { weight: 1, arbitrary: fc.record({ from: fraction, to: fraction }) },
);

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Emoji and a family of them, combining marks, Arabic and Hebrew, Chinese, spaces; no character is said twice in one. */
const words = fc.constantFrom('x', 'and', ' ', 'on the ', '👍🏽', '👩‍👩‍👧', 'e\u0301', 'سلام', 'שלום', '经济', '𝔘', 'trade');
const passage = fc.nat({ max: 9 });

function on<K extends string, T extends object>(kind: K, more: { [P in keyof T]: fc.Arbitrary<T[P]> }) {
  return fc.tuple(stretch, fc.record(more)).map(([place, rest]) => ({ kind, ...place, ...rest }));
}

const none = {};
export const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: on('type', { words }) },
    { weight: 4, arbitrary: on('delete', none) },
    { weight: 4, arbitrary: on('tag', none) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('turn' as const),
        direction: fc.constantFrom('undo' as const, 'redo' as const),
        times: fc.integer({ min: 1, max: 4 }),
      }),
    },
    { weight: 2, arbitrary: on('cut', none) },
    { weight: 3, arbitrary: on('paste', none) },
    { weight: 2, arbitrary: on('split', none) },
    { weight: 1, arbitrary: on('copy', none) },
    { weight: 1, arbitrary: on('compose', { words }) },
    { weight: 1, arbitrary: on('correct', { words }) },
    { weight: 1, arbitrary: on('pasteText', { words: fc.constantFrom('plain', 'two\nlines') }) },
    { weight: 1, arbitrary: on('lineBreak', none) },
    { weight: 1, arbitrary: on('bold', none) },
    { weight: 1, arbitrary: on('drag', { onto: fraction }) },
    { weight: 1, arbitrary: on('indent', none) },
    { weight: 1, arbitrary: on('outdent', none) },
    {
      weight: 2,
      arbitrary: on('block', {
        type: fc.constantFrom<BlockType>('paragraph', 'h1', 'h2', 'quote', 'bullet', 'number'),
      }),
    },
    { weight: 2, arbitrary: on('link', { url: fc.constantFrom('https://example.org/', null) }) },
    { weight: 1, arbitrary: on('extend', { passage }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('untag' as const), passage }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('replaceAll' as const),
        find: fc.constantFrom('the', 'a', 'and', 'o', '经济', ' '),
        words: fc.constantFrom('', 'THE', 'x', '👍'),
      }),
    },
  ),
  { minLength: 1, maxLength: 14 },
);

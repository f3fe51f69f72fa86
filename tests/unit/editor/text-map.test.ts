import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveText } from '../../../anchoring/index.ts';
import { $textMap, pointsOf } from '../../../renderer/editor/text/text-map.ts';
import { editorOf, heading, item, lineBreak, link, list, mark, paragraph, stateOf, text } from './helpers.ts';

const words = fc.stringMatching(/^[a-zя-ё中 ]{0,6}$/u).map((value) => text(value));
const leaf = fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: fc.constant(lineBreak()) });
const leaves = fc.array(leaf, { minLength: 1, maxLength: 3 });
const marked = fc.tuple(fc.subarray(['a', 'b', 'c'], { minLength: 1 }), leaves).map(([ids, children]) => mark(ids, ...children));
const linked = fc
  .array(fc.oneof(leaf, marked), { minLength: 1, maxLength: 2 })
  .map((children) => link('https://example.org/', ...children));
const nested = fc
  .tuple(fc.constantFrom('a', 'd'), fc.array(fc.oneof(leaf, marked, linked), { minLength: 1, maxLength: 2 }))
  .map(([id, children]) => mark([id], ...children));
const line = fc.array(fc.oneof(leaf, marked, linked, nested), { maxLength: 4 });
const block = fc.oneof(
  line.map((children) => paragraph(...children)),
  line.map((children) => heading('h2', ...children)),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((lines) => list(...lines.map((children) => item(...children)), item(list(item(text('deep')))))),
);

describe('the text of the editor', () => {
  test('is the text that everything else derives, with the same passages', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const editor = editorOf(...blocks);
        const map = editor.read($textMap);
        const derived = deriveText(stateOf(editor));
        expect(map.text).toBe(derived.text);
        expect(map.runs.map(({ start, end, markIds }) => ({ start, end, markIds }))).toEqual(derived.runs);
      }),
      { numRuns: 300 },
    );
  });

  test('finds the leaf of every offset', () => {
    const editor = editorOf(paragraph(text('First '), mark(['a'], text('second'))), paragraph(), paragraph(text('third')));
    const map = editor.read($textMap);
    expect(map.text).toBe('First second\n\nthird');
    for (let at = 0; at < map.text.length; at += 1) {
      const points = pointsOf(map, { start: at, end: at + 1 });
      const run = map.runs.find(({ key }) => key === points?.start.key);
      if (map.text[at] === '\n') expect(points).toBeNull();
      else expect((run?.start ?? 0) + (points?.start.offset ?? 0)).toBe(at);
    }
  });
});

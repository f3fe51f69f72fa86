import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveText, quoteOf, splitsCharacter } from '../../../anchoring/index.ts';
import { type EditorNode, type EditorState, isElement, isText } from '../../../contract/index.ts';
import { paragraph, states, words } from '../anchoring/states.ts';
import { addState, newNotebook, sphereNamed } from './notebook.ts';

/** What a person does to a text: types into a run, deletes part of one, drops a block, splits off a paragraph above. */
type Edit =
  | { kind: 'type'; at: number; words: string }
  | { kind: 'delete'; at: number; part: 'front' | 'back' | 'all' }
  | { kind: 'drop'; at: number }
  | { kind: 'above'; words: string };

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), at: fc.nat(), words }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(), part: fc.constantFrom('front', 'back', 'all') }),
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('above' as const), words }),
);

function applied(state: EditorState, edit: Edit): EditorState {
  const { children } = state.root;
  if (edit.kind === 'above') return withChildren(state, [paragraph(edit.words), ...children]);
  if (edit.kind === 'drop') return withChildren(state, children.length < 2 ? children : children.toSpliced(edit.at % children.length, 1));
  const texts = countTexts(children);
  if (texts === 0) return state;
  let toGo = edit.at % texts;
  const visit = (nodes: readonly EditorNode[]): EditorNode[] =>
    nodes.flatMap((node): EditorNode[] => {
      if (isElement(node)) return [{ ...node, children: visit(node.children) }];
      if (!isText(node) || node.type === 'tab') return [node];
      toGo -= 1;
      if (toGo !== -1) return [node];
      const changed = changedText(node.text, edit);
      return changed === '' ? [] : [{ ...node, text: changed }];
    });
  return withChildren(state, visit(children));
}

function changedText(text: string, edit: Extract<Edit, { at: number }>): string {
  const middle = Math.floor(text.length / 2);
  if (edit.kind === 'type') return text.slice(0, middle) + edit.words + text.slice(middle);
  if (edit.kind === 'delete' && edit.part === 'front') return text.slice(middle);
  if (edit.kind === 'delete' && edit.part === 'back') return text.slice(0, middle);
  return '';
}

function withChildren(state: EditorState, children: EditorNode[]): EditorState {
  return { root: { ...state.root, children } };
}

function countTexts(nodes: readonly EditorNode[]): number {
  return nodes.reduce((sum, node) => sum + (isElement(node) ? countTexts(node.children) : isText(node) && node.type !== 'tab' ? 1 : 0), 0);
}

test('whatever is edited, a passage quotes the text under it or is detached with the words it had', async () => {
  const { client } = newNotebook();
  const { id: sphereId } = await sphereNamed(client, 'economic');
  const stretches = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 });

  const property = fc.asyncProperty(states, stretches, fc.array(edits, { minLength: 1, maxLength: 6 }), async (state, tagged, all) => {
    const documentId = await addState(client, state);
    for (const [one, other] of tagged) {
      const { text, revision } = await client.call('documents.text', { documentId });
      const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
      if (text.slice(start, end).trim() === '' || splitsCharacter(text, start) || splitsCharacter(text, end)) continue;
      const { passage } = await client.call('passages.tag', { documentId, baseRevision: revision, start, end, sphereIds: [sphereId] });
      expect(text.slice(start, end)).toContain(passage.quote);
    }
    for (const edit of all) {
      const was = await client.call('documents.get', { documentId });
      const before = new Map((await client.call('passages.list', { documentId })).map((passage) => [passage.id, passage]));
      const edited = applied(was.state, edit);
      const { passages } = await client.call('documents.save', { documentId, baseRevision: was.revision, state: edited });
      const { text, runs } = deriveText(edited);
      expect(await client.call('documents.text', { documentId })).toMatchObject({ text });
      expect(new Set(passages.map(({ id }) => id))).toEqual(new Set(before.keys()));
      for (const { id, state: now, quote, segments, start, end, taggings } of passages) {
        expect(taggings).toHaveLength(1);
        expect(now).toBe(runs.some(({ markIds }) => markIds.includes(id)) ? 'anchored' : 'detached');
        if (now === 'anchored') expect([quote, start, end]).toEqual([quoteOf(text, segments), segments[0]?.start, segments.at(-1)?.end]);
        else {
          const had = before.get(id);
          expect([quote, start, end, segments]).toEqual([had?.quote, had?.start, had?.end, []]);
        }
      }
    }
  });
  await fc.assert(property, { numRuns: 40 });
  expect(await client.call('notebook.check', {})).toMatchObject({ problems: [] });
});

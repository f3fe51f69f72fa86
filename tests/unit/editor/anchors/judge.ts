import type { LexicalEditor } from 'lexical';
import { type AnchoredText, type DerivedText, deriveText, gap, projectPassages } from '../../../../anchoring/index.ts';
import { type EditorNode, isElement, isMark } from '../../../../contract/index.ts';
import { $textMap } from '../../../../renderer/editor/text/text-map.ts';
import { stateOf } from '../helpers.ts';
import type { Act } from './acts.ts';
import { Desk } from './desk.ts';

/** Does acts one after another, and says after which one the editor holds something else than it must; null where it never does. */
export async function firstViolation(acts: readonly Act[]): Promise<string | null> {
  const desk = new Desk();
  try {
    for (const [index, act] of acts.entries()) {
      await desk.perform(act);
      const wrong = violation(desk);
      if (wrong !== null) return `after act ${index + 1}, ${JSON.stringify(act)}: ${wrong}`;
    }
    return storedViolation(desk.editor);
  } finally {
    desk.close();
  }
}

function violation({ editor, oracle, passages }: Desk): string | null {
  const map = editor.read($textMap);
  const units = map.runs.flatMap(({ start, end, markIds }) =>
    Array.from({ length: end - start }, (_, index) => ({ at: start + index, ids: new Set(markIds) })),
  );
  const said = units.map(({ at }) => map.text[at]).join('');
  if (said !== oracle.text) return `the text is ${JSON.stringify(said)}, not ${JSON.stringify(oracle.text)}`;
  const anchors = projectPassages(map);
  for (const id of passages) {
    const members = units.filter((_, index) => oracle.characters[index]?.ids.has(id) === true).map(({ at }) => at);
    const wrong = passageViolation(map.text, members, anchors.get(id));
    if (wrong !== null) return `passage ${id} ${wrong} in ${JSON.stringify(map.text)}`;
  }
  for (const id of anchors.keys()) if (!passages.has(id)) return `there is no passage ${id}, but its mark stands in the text`;
  return null;
}

/** What is wrong with what would be saved: it must say what the editor says, its marks flat. */
function storedViolation(editor: LexicalEditor): string | null {
  const state = stateOf(editor);
  const derived = deriveText(state);
  const map = editor.read($textMap);
  if (derived.text !== map.text.toWellFormed()) return `${JSON.stringify(derived.text)} would be saved of ${JSON.stringify(map.text)}`;
  const idsOf = ({ runs }: DerivedText) => JSON.stringify(runs.map(({ markIds }) => markIds));
  if (idsOf(derived) !== idsOf(map)) return 'other marks would be saved than there are';
  const untidy = untidyMarks(state.root.children);
  return untidy.length === 0 ? null : `marks are ${untidy.join(', ')}`;
}

/** What is wrong with a passage whose characters must be those at `members`. */
function passageViolation(text: string, members: readonly number[], is: AnchoredText | undefined): string | null {
  if (members.length === 0) return is === undefined ? null : `must be detached, but says “${is.quote}”`;
  const pieces: { start: number; end: number }[] = [];
  for (const at of members) {
    const last = pieces.at(-1);
    if (last !== undefined && /^\n*$/.test(text.slice(last.end, at))) last.end = at + 1;
    else pieces.push({ start: at, end: at + 1 });
  }
  const quote = pieces.map(({ start, end }) => text.slice(start, end).toWellFormed()).join(gap);
  if (is === undefined) return `must say “${quote}”, but is detached`;
  if (is.quote !== quote) return `must say “${quote}”, but says “${is.quote}”`;
  const same = JSON.stringify(is.segments) === JSON.stringify(pieces);
  return same ? null : `must stand at ${JSON.stringify(pieces)}, but stands at ${JSON.stringify(is.segments)}`;
}

/** Marks in marks, empty marks, and neighbours that should be one. */
function untidyMarks(nodes: readonly EditorNode[], inMark = false): string[] {
  return nodes.flatMap((node, index) => {
    if (!isElement(node)) return [];
    const next = nodes[index + 1];
    const problems = untidyMarks(node.children, inMark || isMark(node));
    if (!isMark(node)) return problems;
    if (inMark) problems.push('nested');
    if (node.children.length === 0 || node.ids.length === 0) problems.push('empty');
    if (next !== undefined && isMark(next) && node.ids.toSorted().join() === next.ids.toSorted().join()) problems.push('parted');
    return problems;
  });
}

import type { LexicalEditor } from 'lexical';
import { placeOfReturn } from '../../../anchoring/index.ts';
import type { Passage } from '../../../contract/index.ts';
import { $mark } from '../text/stretch.ts';
import { $textMap } from '../text/text-map.ts';
import { adopt } from './documents.ts';

/**
 * Marks detached passages whose words stand again at their old place: the analyst typed them anew. No undo takes it back alone.
 * Returns whether there were any.
 */
export function markReturned(editor: LexicalEditor, passages: readonly Passage[]): boolean {
  const detached = passages.filter(({ state }) => state === 'detached');
  // A text that an input method is writing in must stay whole until it is done.
  if (detached.length === 0 || editor.isComposing()) return false;
  const { text, runs } = editor.read($textMap);
  const present = new Set(runs.flatMap(({ markIds }) => markIds));
  const returned = detached.flatMap((passage) => {
    const place = present.has(passage.id) ? null : placeOfReturn(text, passage);
    return place === null ? [] : [{ id: passage.id, place }];
  });
  if (returned.length === 0) return false;
  adopt(editor, () => {
    for (const { id, place } of returned) $mark($textMap(), id, place);
  });
  return true;
}

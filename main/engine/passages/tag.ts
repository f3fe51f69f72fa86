import { markRange, splitsCharacter } from '../../../anchoring/index.ts';
import { ArmillaryError, type Parsed, type Result } from '../../../contract/index.ts';
import { saveDocument } from '../documents/save.ts';
import { parseState, requireRevision, storedDocument } from '../documents/stored.ts';
import type { Context } from '../kernel/context.ts';
import { putNote } from '../notes/put.ts';
import { passageOf } from './list.ts';
import { requireSpheres } from './taggings.ts';

/** Puts a stretch of a document's text into spheres, for a caller that holds no editor. */
export function tagStretch(
  context: Context,
  { documentId, baseRevision, start, end, sphereIds, note }: Parsed<'passages.tag'>,
): Result<'passages.tag'> {
  const { db } = context;
  const { value, step } = context.step('New passage', (change) => {
    const stored = storedDocument(db, documentId);
    requireRevision(stored, baseRevision);
    requireStretch(stored.text, start, end);
    requireSpheres(db, sphereIds);
    const id = context.newId();
    const { revision } = saveDocument(context, {
      documentId,
      baseRevision,
      state: markRange(parseState(stored.state), id, { start, end }),
      create: [{ id, spheres: sphereIds }],
      remove: [],
    });
    putNote(context, change, { kind: 'passage', id }, note);
    return { passage: passageOf(db, id), revision };
  });
  return { ...value, step };
}

/** Throws `invalid` unless there are words in the stretch and it cuts no character in two. */
export function requireStretch(text: string, start: number, end: number): void {
  const problem = problemWith(text, start, end);
  if (problem === null) return;
  throw new ArmillaryError(
    'invalid',
    `That is no stretch of the text to tag: ${problem}. Nothing was changed.`,
    `[${start}, ${end}) of ${text.length}`,
  );
}

function problemWith(text: string, start: number, end: number): string | null {
  if (end > text.length) return 'it reaches beyond the end of the document';
  if (start >= end || text.slice(start, end).trim() === '') return 'it is empty';
  if (splitsCharacter(text, start) || splitsCharacter(text, end)) return 'it begins or ends in the middle of a character';
  return null;
}

import { markRange } from '../../../anchoring/index.ts';
import type { Parsed, Result } from '../../../contract/index.ts';
import { saveDocument } from '../documents/save.ts';
import { parseState, requireRevision, storedDocument } from '../documents/stored.ts';
import type { Context } from '../kernel/context.ts';
import { putNote } from '../notes/put.ts';
import { passageOf } from './list.ts';
import { requireStretch } from './stretch.ts';
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

import type { Passage } from '../../../contract/index.ts';
import { saveDocument } from '../documents/save.ts';
import { parseState, storedDocument } from '../documents/stored.ts';
import type { Context, Handlers } from '../kernel/context.ts';
import { gradePassages } from './grade.ts';
import { listPassages, passageOf, passagesByIds } from './list.ts';
import { tagStretch } from './tag.ts';
import { tagAll } from './tag-all.ts';
import { requireSpheres, setTaggings } from './taggings.ts';

export const passages: Handlers<'passages'> = {
  'passages.list': ({ db }, filter) => listPassages(db, filter),
  'passages.get': ({ db }, { passageId }) => passageOf(db, passageId),
  'passages.tag': tagStretch,
  'passages.setSpheres': (context, { passageIds, sphereIds }) => {
    const { db } = context;
    const { value, step } = context.step('Set spheres', (change) => {
      passagesByIds(db, passageIds);
      requireSpheres(db, sphereIds);
      for (const passageId of new Set(passageIds)) setTaggings(context, passageId, sphereIds);
      change.changed('passages');
      return passagesByIds(db, passageIds);
    });
    return { passages: value, step };
  },
  'passages.tagAll': tagAll,
  'passages.grade': gradePassages,
  'passages.remove': (context, { passageIds }) => {
    const label = passageIds.length === 1 ? 'Remove passage' : 'Remove passages';
    const { step } = context.step(label, () => {
      const byDocument = Map.groupBy(passagesByIds(context.db, passageIds), ({ documentId }) => documentId);
      for (const [documentId, removed] of byDocument) removeFrom(context, documentId, removed);
    });
    return { step };
  },
};

/** By the same road as an editor's save, so that a mark that is left goes too. */
function removeFrom(context: Context, documentId: string, removed: readonly Passage[]): void {
  const { state, revision } = storedDocument(context.db, documentId);
  const remove = removed.map(({ id }) => id);
  saveDocument(context, { documentId, baseRevision: revision, state: parseState(state), create: [], remove });
}

import type { Passage } from '../../../contract/index.ts';
import { saveDocument } from '../documents/save.ts';
import { parseState, storedDocument } from '../documents/stored.ts';
import type { Context, Handlers } from '../kernel/context.ts';
import { gradePassages } from './grade.ts';
import { listPassages, passageOf, passagesByIds } from './list.ts';
import { tagStretch } from './tag.ts';
import { tagAll } from './tag-all.ts';
import { changeTaggings, requireSpheres, setTaggings } from './taggings.ts';

export const passages: Handlers<'passages'> = {
  'passages.list': ({ db }, filter) => listPassages(db, filter),
  'passages.get': ({ db }, { passageId }) => passageOf(db, passageId),
  'passages.tag': tagStretch,
  'passages.setSpheres': (context, { passageIds, sphereIds }) =>
    retag(context, passageIds, sphereIds, (passageId) => setTaggings(context, passageId, sphereIds)),
  'passages.changeSpheres': (context, { passageIds, add, remove }) =>
    retag(context, passageIds, add, (passageId) => changeTaggings(context, passageId, { add, remove })),
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

/** Throws `not-found` where a passage, or a sphere it is put into, is missing. */
function retag(context: Context, passageIds: readonly string[], into: readonly string[], work: (passageId: string) => void) {
  const { db } = context;
  const { value: passages, step } = context.step('Set spheres', (change) => {
    passagesByIds(db, passageIds);
    requireSpheres(db, into);
    for (const passageId of new Set(passageIds)) work(passageId);
    change.changedPassages('passages', passageIds);
    return passagesByIds(db, passageIds);
  });
  return { passages, step };
}

/** By the same road as an editor's save, so that a mark that is left goes too. */
function removeFrom(context: Context, documentId: string, removed: readonly Passage[]): void {
  const { state, revision } = storedDocument(context.db, documentId);
  const remove = removed.map(({ id }) => id);
  saveDocument(context, { documentId, baseRevision: revision, state: parseState(state), create: [], remove });
}

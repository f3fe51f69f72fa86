import { markRanges } from '../../../anchoring/index.ts';
import type { Parsed, Passage, Result } from '../../../contract/index.ts';
import { saveDocument } from '../documents/save.ts';
import { parseState, storedDocument } from '../documents/stored.ts';
import type { Context } from '../kernel/context.ts';
import { listPassages } from './list.ts';
import { requireStretch } from './stretch.ts';
import { addTagging, requireSpheres } from './taggings.ts';

type Places = Parsed<'passages.tagAll'>['places'];

/** Puts many stretches of many documents into spheres, in one step: all of it or, where one document fails, nothing. */
export function tagAll(context: Context, { places, sphereIds }: Parsed<'passages.tagAll'>): Result<'passages.tagAll'> {
  const { value, step } = context.step(places.length === 1 ? 'Tag 1 passage' : `Tag ${places.length} passages`, (change) => {
    requireSpheres(context.db, sphereIds);
    const sums = { made: 0, tagged: 0, left: 0 };
    for (const [documentId, own] of Map.groupBy(places, (place) => place.documentId)) {
      const { made, tagged, left } = tagIn(context, documentId, own, sphereIds);
      sums.made += made;
      sums.tagged += tagged;
      sums.left += left;
    }
    change.changed('passages');
    return sums;
  });
  return { ...value, step };
}

function tagIn(context: Context, documentId: string, places: Places, sphereIds: readonly string[]) {
  const { db } = context;
  const stored = storedDocument(db, documentId);
  const current = places.filter(({ revision }) => revision === stored.revision);
  for (const { start, end } of current) requireStretch(stored.text, start, end);
  const passages = listPassages(db, { documentId, state: 'anchored' });
  const isAt = ({ segments }: Passage, { start, end }: Places[number]) =>
    segments.length === 1 && segments[0]?.start === start && segments[0].end === end;
  const already = passages.filter((passage) => current.some((place) => isAt(passage, place)));
  const fresh = current
    .filter((place) => !already.some((passage) => isAt(passage, place)))
    .map((place) => ({ ...place, id: context.newId() }));
  const lacking = already.flatMap(({ id, taggings }) =>
    sphereIds.filter((sphereId) => !taggings.some((tagging) => tagging.sphereId === sphereId)).map((sphereId) => ({ id, sphereId })),
  );
  for (const { id, sphereId } of lacking) addTagging(context, id, sphereId);
  if (fresh.length > 0) {
    saveDocument(context, {
      documentId,
      baseRevision: stored.revision,
      state: markRanges(parseState(stored.state), fresh),
      create: fresh.map(({ id }) => ({ id, spheres: [...sphereIds] })),
      remove: [],
    });
  }
  return { made: fresh.length, tagged: new Set(lacking.map(({ id }) => id)).size, left: places.length - current.length };
}

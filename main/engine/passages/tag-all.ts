import { markRanges } from '../../../anchoring/index.ts';
import { ArmillaryError, type Parsed, type Passage, type Result, type StepId } from '../../../contract/index.ts';
import { saveDocument } from '../documents/save.ts';
import { parseState, storedDocument } from '../documents/stored.ts';
import type { Change, Context } from '../kernel/context.ts';
import { toArmillaryError } from '../kernel/errors.ts';
import { listPassages } from './list.ts';
import { requireStretch } from './stretch.ts';
import { addTagging, requireSpheres } from './taggings.ts';

type Places = Parsed<'passages.tagAll'>['places'];

/** Milliseconds of writing after which other calls are answered, and a cancel is seen. */
const pace = 100;

/**
 * Puts many stretches of many documents into spheres, some documents at a time, in one step: all of it or, where one
 * document fails or the analyst cancels, nothing.
 */
export async function tagAll(context: Context, { places, sphereIds }: Parsed<'passages.tagAll'>): Promise<Result<'passages.tagAll'>> {
  const label = places.length === 1 ? 'Tag 1 passage' : `Tag ${places.length} passages`;
  const waiting = [...Map.groupBy(places, (place) => place.documentId)].toReversed();
  const sums = { made: 0, tagged: 0, left: 0 };
  let done = 0;
  const tagSome = (change: Change) => {
    requireSpheres(context.db, sphereIds);
    const until = performance.now() + pace;
    for (let next = waiting.pop(); next !== undefined; next = performance.now() < until ? waiting.pop() : undefined) {
      const [documentId, own] = next;
      const { made, tagged, left } = tagIn(context, documentId, own, sphereIds);
      sums.made += made;
      sums.tagged += tagged;
      sums.left += left;
      done += own.length;
    }
    change.changed('passages');
  };
  const deed = takenBackUnlessDone(context);
  try {
    for (;;) {
      deed.step = context.step(label, tagSome, deed.step).step;
      context.progress({ done, total: places.length, label: 'places' });
      context.signal.throwIfAborted();
      if (waiting.length === 0) return { ...sums, step: deed.step };
      await context.breathe();
      context.signal.throwIfAborted();
    }
  } catch (error) {
    deed.takeBack();
    throw deed.problem ?? error;
  } finally {
    deed.end();
  }
}

/** A step that is taken back when its call is cancelled: at once, because a notebook that is being closed cancels its calls. */
function takenBackUnlessDone(context: Context) {
  const deed = {
    step: undefined as StepId | undefined,
    /** Why it could not be taken back. */
    problem: null as ArmillaryError | null,
    takeBack() {
      const { step } = deed;
      deed.step = undefined;
      if (step === undefined) return;
      try {
        context.undo(step);
      } catch (error) {
        deed.problem = notTakenBack(toArmillaryError(error));
      }
    },
    end: () => context.signal.removeEventListener('abort', deed.takeBack),
  };
  context.signal.addEventListener('abort', deed.takeBack);
  return deed;
}

function notTakenBack({ kind, message }: ArmillaryError): ArmillaryError {
  return new ArmillaryError(
    kind,
    'The tagging was stopped, and what was tagged until then stays, because it could not be taken back. Tag the rest, or remove these passages.',
    message,
  );
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

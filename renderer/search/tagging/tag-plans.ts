import type { ConcordanceLine, EngineClient, Passage, Progress, SearchQuery, Sphere, StepId } from '../../../contract/index.ts';
import { notify } from '../../ui/index.ts';
import { notifyDeed } from '../../undo/notify-deed.ts';
import { type Deed, recordStep, recordSteps } from '../../undo/timeline.ts';
import { flushUnsaved } from '../../workspace/unsaved.ts';

export type NamedSphere = Pick<Sphere, 'id' | 'name'>;
export type TagPlace = Pick<ConcordanceLine, 'documentId' | 'revision' | 'start' | 'end'>;

/** What is about to be put into a sphere, told before it is done. */
export interface TagPlan {
  /** What it comes to: “Put 34 places into economic? 2 are passages already.” */
  question: string;
  /** What is said while it is done: “Putting 34 places into economic”. */
  doing: string;
  /** Does it, and tells how far it is. Rejects with the signal's reason where it was stopped before anything was done. */
  run: (control: TagControl) => Promise<void>;
}

export interface TagControl {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

const number = new Intl.NumberFormat();

/** `1 place`, `34 places`. */
export function many(count: number, one: string, more = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${number.format(count)} ${more}`;
}

async function saveFirst(): Promise<void> {
  const problem = await flushUnsaved();
  if (problem !== null) throw new Error(problem);
}

/** Places of a concordance, to be made passages where they are none. */
export async function planPlaces(engine: EngineClient, places: readonly TagPlace[], sphere: NamedSphere): Promise<TagPlan> {
  const already = await passagesAt(engine, places);
  const also = already === 0 ? '' : ` ${already === 1 ? '1 is a passage' : `${number.format(already)} are passages`} already.`;
  return {
    question: `Put ${many(places.length, 'place')} into ${sphere.name}?${also}`,
    doing: `Putting ${many(places.length, 'place')} into ${sphere.name}`,
    run: (control) => tagPlaces(engine, places, sphere, control),
  };
}

/** Puts places into a sphere, all or none, and tells what was done with a way to take it back. */
export async function tagPlaces(
  engine: EngineClient,
  places: readonly TagPlace[],
  sphere: NamedSphere,
  control: TagControl = {},
): Promise<void> {
  await saveFirst();
  const { made, tagged, left, step } = await engine.call(
    'passages.tagAll',
    {
      places: places.map(({ documentId, revision, start, end }) => ({ documentId, revision, start, end })),
      sphereIds: [sphere.id],
    },
    control,
  );
  const put = made + tagged;
  const deed = recordStep(engine, `Tag ${many(put, 'passage')} ${sphere.name}`, step);
  const missed = left === 0 ? '' : ` ${many(left, 'place')} changed meanwhile and ${left === 1 ? 'was' : 'were'} left out.`;
  notifyDeed(put === 0 ? `Nothing new for ${sphere.name}.${missed}` : `Put ${many(put, 'passage')} into ${sphere.name}.${missed}`, deed);
}

/** Places that are a passage, all of it. */
async function passagesAt(engine: EngineClient, places: readonly TagPlace[]): Promise<number> {
  const [first] = places;
  const isOne = places.every(({ documentId }) => documentId === first?.documentId);
  const passages = await engine.call('passages.list', isOne && first !== undefined ? { documentId: first.documentId } : {});
  const there = new Set(passages.map(placeKey));
  return places.filter(({ documentId, start, end }) => there.has(`${documentId} ${start} ${end}`)).length;
}

function placeKey({ documentId, segments }: Passage): string {
  const [first, ...more] = segments;
  return first === undefined || more.length > 0 ? '' : `${documentId} ${first.start} ${first.end}`;
}

/** Hits asked for at a time. */
const page = 500;

/** The passages that a search finds, and those that it finds by a note on them. */
async function passagesFound(engine: EngineClient, query: SearchQuery): Promise<Passage[]> {
  const kinds = query.kinds?.filter((kind) => kind !== 'document') ?? (['passage', 'note'] as const);
  const ids = new Set<string | null>();
  for (let offset = 0, total = 1; offset < total; offset += page) {
    const answer = await engine.call('search.query', { ...query, kinds: [...kinds], sort: 'document', limit: page, offset });
    total = answer.total;
    for (const { passageId } of answer.hits) ids.add(passageId);
  }
  return (await engine.call('passages.list', {})).filter(({ id }) => ids.has(id));
}

/** The passages of a search; null where all are in the sphere already, which is said. */
export async function planPassages(engine: EngineClient, query: SearchQuery, sphere: NamedSphere): Promise<TagPlan | null> {
  await saveFirst();
  const found = await passagesFound(engine, query);
  const lacking = found.filter(({ taggings }) => !taggings.some(({ sphereId }) => sphereId === sphere.id));
  if (lacking.length === 0) {
    notify({ message: `All ${many(found.length, 'passage')} are in ${sphere.name} already.` });
    return null;
  }
  const already = found.length - lacking.length;
  const also = already === 0 ? '' : ` ${number.format(already)} ${already === 1 ? 'is' : 'are'} in it already.`;
  return {
    question: `Put ${many(lacking.length, 'passage')} into ${sphere.name}?${also}`,
    doing: `Putting ${many(lacking.length, 'passage')} into ${sphere.name}`,
    run: (control) => tagPassages(engine, lacking, sphere, control),
  };
}

/** Passages whose spheres are set in one call: few enough that it can be stopped. */
const atOnce = 500;

async function tagPassages(
  engine: EngineClient,
  passages: readonly Passage[],
  sphere: NamedSphere,
  { signal, onProgress }: TagControl,
): Promise<void> {
  const steps: StepId[] = [];
  let done = 0;
  try {
    while (done < passages.length && !signal?.aborted) {
      const group = passages.slice(done, done + atOnce);
      const { step } = await engine.call('passages.changeSpheres', { passageIds: group.map(({ id }) => id), add: [sphere.id] });
      steps.push(step);
      done += group.length;
      onProgress?.({ done, total: passages.length, label: sphere.name });
    }
  } finally {
    // Also where the notebook refused the rest: what was done is said, and taken back as one.
    if (done > 0) tellTagged(done, passages.length - done, sphere, (label) => recordSteps(engine, label, steps));
  }
}

function tellTagged(done: number, left: number, sphere: NamedSphere, recordAs: (label: string) => Deed): void {
  const stopped = left === 0 ? '' : ` It was stopped: ${number.format(left)} are left as they were.`;
  notifyDeed(`Put ${many(done, 'passage')} into ${sphere.name}.${stopped}`, recordAs(`Tag ${many(done, 'passage')} ${sphere.name}`));
}

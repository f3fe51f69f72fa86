import type { ConcordanceLine, EngineClient, Passage, SearchQuery, Sphere, StepId } from '../../../contract/index.ts';
import { notifyDeed } from '../../undo/notify-deed.ts';
import { recordStep, recordSteps } from '../../undo/timeline.ts';
import { flushUnsaved } from '../../workspace/unsaved.ts';

export type NamedSphere = Pick<Sphere, 'id' | 'name'>;
export type TagPlace = Pick<ConcordanceLine, 'documentId' | 'revision' | 'start' | 'end'>;

/** What is about to be put into a sphere, told before it is done. */
export interface TagPlan {
  /** What it comes to: “Put 34 places into economic? 2 are passages already.” */
  question: string;
  run: () => Promise<void>;
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
    run: () => tagPlaces(engine, places, sphere),
  };
}

/** Puts places into a sphere, and tells what was done with a way to take it back. */
export async function tagPlaces(engine: EngineClient, places: readonly TagPlace[], sphere: NamedSphere): Promise<void> {
  await saveFirst();
  const { made, tagged, left, step } = await engine.call('passages.tagAll', {
    places: places.map(({ documentId, revision, start, end }) => ({ documentId, revision, start, end })),
    sphereIds: [sphere.id],
  });
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

/** The passages of a search. */
export async function planPassages(engine: EngineClient, query: SearchQuery, sphere: NamedSphere): Promise<TagPlan> {
  await saveFirst();
  const found = await passagesFound(engine, query);
  const lacking = found.filter(({ taggings }) => !taggings.some(({ sphereId }) => sphereId === sphere.id));
  const already = found.length - lacking.length;
  const also = already === 0 ? '' : ` ${number.format(already)} ${already === 1 ? 'is' : 'are'} in it already.`;
  return {
    question: `Put ${many(lacking.length, 'passage')} into ${sphere.name}?${also}`,
    run: () => tagPassages(engine, lacking, sphere),
  };
}

async function tagPassages(engine: EngineClient, passages: readonly Passage[], sphere: NamedSphere): Promise<void> {
  if (passages.length === 0) return;
  const steps: StepId[] = [];
  // Each keeps the spheres it has: those with the same ones are one call.
  const alike = Map.groupBy(passages, ({ taggings }) => taggings.map(({ sphereId }) => sphereId).join(' '));
  for (const [had, group] of alike) {
    const sphereIds = [...had.split(' ').filter((id) => id !== ''), sphere.id];
    const { step } = await engine.call('passages.setSpheres', { passageIds: group.map(({ id }) => id), sphereIds });
    steps.push(step);
  }
  const deed = recordSteps(engine, `Tag ${many(passages.length, 'passage')} ${sphere.name}`, steps);
  notifyDeed(`Put ${many(passages.length, 'passage')} into ${sphere.name}.`, deed);
}

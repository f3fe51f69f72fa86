import type { EngineClient, Passage } from '../../contract/index.ts';
import { pathOf } from './names.ts';

/** Passages as the terminal gives them out: with their spheres by path, as `--sphere` takes them. */
export async function shapePassages(engine: EngineClient, passages: readonly Passage[]) {
  const spheres = await engine.call('spheres.list', {});
  return passages.map(({ id, documentId, quote, start, end, taggings, note, state }) => ({
    id,
    documentId,
    quote,
    start,
    end,
    spheres: spheres.filter((sphere) => taggings.some(({ sphereId }) => sphereId === sphere.id)).map((sphere) => pathOf(spheres, sphere)),
    note,
    state,
  }));
}

export type PassageShape = Awaited<ReturnType<typeof shapePassages>>[number];

export function passageLines({ id, quote, start, end, spheres, note, state }: PassageShape): string[] {
  const place = state === 'anchored' ? `${start}–${end}` : `detached, last at ${start}–${end}`;
  return [`${id}  ${place}  ${spheres.join(', ') || 'no sphere'}`, `  “${quote}”`, ...(note === '' ? [] : [`  Note: ${note}`])];
}

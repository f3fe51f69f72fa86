import { type EngineClient, eventWords, gradeText, type Passage } from '../../contract/index.ts';
import { pathOf } from './names.ts';

/** Passages as the terminal gives them out: with their spheres by path, as `--sphere` takes them. */
export async function shapePassages(engine: EngineClient, passages: readonly Passage[]) {
  const spheres = await engine.call('spheres.list', {});
  return passages.map(({ id, documentId, quote, start, end, taggings, note, state, grade, event, locator }) => ({
    id,
    documentId,
    quote,
    start,
    end,
    spheres: spheres.filter((sphere) => taggings.some(({ sphereId }) => sphereId === sphere.id)).map((sphere) => pathOf(spheres, sphere)),
    note,
    state,
    grade: gradeText(grade),
    event,
    locator,
  }));
}

export type PassageShape = Awaited<ReturnType<typeof shapePassages>>[number];

export function passageLines({ id, quote, start, end, spheres, note, state, grade, event, locator }: PassageShape): string[] {
  const place = state === 'anchored' ? `${start}–${end}` : `detached, last at ${start}–${end}`;
  const known = [grade, event === null ? '' : eventWords(event, 'en-GB'), locator].filter((fact) => fact !== '');
  return [
    `${id}  ${place}  ${spheres.join(', ') || 'no sphere'}`,
    `  “${quote}”`,
    ...(known.length === 0 ? [] : [`  ${known.join(' · ')}`]),
    ...(note === '' ? [] : [`  Note: ${note}`]),
  ];
}

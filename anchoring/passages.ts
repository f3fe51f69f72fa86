import type { Segment } from '../contract/index.ts';
import { locatorOf } from './locators.ts';
import type { DerivedText } from './text.ts';

/** Code units of text kept before and after a passage, to find it again by. */
export const contextLength = 32;

/** Stands in a quote where its passage's segments are apart in the text. */
export const gap = ' … ';

/** A passage as a document's text has it. */
export interface AnchoredText {
  segments: Segment[];
  quote: string;
  prefix: string;
  suffix: string;
}

/** A passage that stands in the text, with where in the original that is; empty where the original has no such places. */
export type ProjectedPassage = AnchoredText & { locator: string };

/**
 * Every passage that stands in the text, by id. A passage that runs over several blocks is one segment, the separators
 * between included; marks of one id that are apart in the text are several.
 */
export function projectPassages({ text, runs, locators }: DerivedText): Map<string, ProjectedPassage> {
  const segmentsOf = new Map<string, Segment[]>();
  for (const run of runs) {
    for (const id of new Set(run.markIds)) {
      const segments = segmentsOf.get(id);
      const last = segments?.at(-1);
      if (segments === undefined) segmentsOf.set(id, [{ start: run.start, end: run.end }]);
      else if (last !== undefined && /^\n*$/.test(text.slice(last.end, run.start))) last.end = run.end;
      else segments.push({ start: run.start, end: run.end });
    }
  }
  return new Map(
    Array.from(segmentsOf, ([id, segments]) => [id, { ...anchoredText(text, segments), locator: locatorOf(locators, segments) }]),
  );
}

/** Quote and context of a stretch. `segments` must be in order and inside the text. */
export function anchoredText(text: string, segments: Segment[]): AnchoredText {
  const start = segments[0]?.start ?? 0;
  const end = segments.at(-1)?.end ?? 0;
  return {
    segments,
    quote: quoteOf(text, segments),
    prefix: wholeCharacters(text.slice(Math.max(0, start - contextLength), start)),
    suffix: wholeCharacters(text.slice(end, end + contextLength)),
  };
}

/** What stands under the segments. */
export function quoteOf(text: string, segments: readonly Segment[]): string {
  return segments.map(({ start, end }) => text.slice(start, end).toWellFormed()).join(gap);
}

/** Drops half a surrogate pair at either edge. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}

import type { Source } from '../../../contract/index.ts';
import type { SelectedPassage } from './selection.ts';

const reliabilities: Readonly<Record<NonNullable<Source['reliability']>, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};

/** The known facts of a source, with their names, in the order they are cited. */
export function sourceFacts({ author, publisher, published, url, accessed, reliability }: Source): { name: string; value: string }[] {
  return [
    { name: 'Author', value: author },
    { name: 'Publisher', value: publisher },
    { name: 'Published', value: published ?? '' },
    { name: 'URL', value: url },
    { name: 'Accessed', value: accessed ?? '' },
    { name: 'Reliability', value: reliability === null ? '' : `${reliability} (${reliabilities[reliability]})` },
  ].filter(({ value }) => value !== '');
}

/** The day of a timestamp, in UTC. */
export function dayOf(timestamp: string): string {
  return timestamp.slice(0, 10);
}

export const offsetsExplained = 'Positions count UTF-16 code units of the document’s plain text, from 0; the end is not included.';

export function positionOf({ state, start, end }: SelectedPassage): string {
  return state === 'anchored' ? `${start}–${end}` : `detached: its text is no longer in the document; last at ${start}–${end}`;
}

export function spheresOf({ spheres }: SelectedPassage): string {
  return spheres.length === 0 ? 'no sphere' : spheres.map(({ path }) => path).join(', ');
}

/** “1 passage”, “3 documents”. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

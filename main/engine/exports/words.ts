import { credibilityMeanings, eventWords, gradeMeaning, gradeText, reliabilityMeanings, type Source } from '../../../contract/index.ts';
import type { SelectedPassage } from './selection.ts';

/** The known facts of a source, with their names, in the order they are cited. */
export function sourceFacts({
  author,
  publisher,
  published,
  url,
  accessed,
  reliability,
  credibility,
}: Source): { name: string; value: string }[] {
  return [
    { name: 'Author', value: author },
    { name: 'Publisher', value: publisher },
    { name: 'Published', value: published ?? '' },
    { name: 'URL', value: url },
    { name: 'Accessed', value: accessed ?? '' },
    { name: 'Reliability', value: reliability === null ? '' : `${reliability} (${reliabilityMeanings[reliability]})` },
    { name: 'Credibility', value: credibility === null ? '' : `${credibility} (${credibilityMeanings[credibility]})` },
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

/** What is known of a passage beside its words, with its name: its grade, when what it reports happened, where it stands. */
export function passageFacts({ grade, event, locator }: SelectedPassage): { name: string; value: string }[] {
  const letters = gradeText(grade);
  return [
    { name: 'Grade', value: letters === '' ? '' : `${letters} (${gradeMeaning(grade)})` },
    { name: 'Event', value: event === null ? '' : eventInWords(event) },
    { name: 'Place', value: locator },
  ].filter(({ value }) => value !== '');
}

/** Exports are in English, whatever the machine's language. */
export function eventInWords(event: string): string {
  return eventWords(event, 'en-GB');
}

export function spheresOf({ spheres }: SelectedPassage): string {
  return spheres.length === 0 ? 'no sphere' : spheres.map(({ path }) => path).join(', ');
}

/** “1 passage”, “3 documents”. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

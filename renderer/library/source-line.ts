import { gradeMeaning, gradeText, type Source } from '../../contract/index.ts';

const year = new Intl.DateTimeFormat(undefined, { year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });

/** A date known to the day, the month or the year, in the analyst's locale. */
export function partialDateText(date: string): string {
  const known = date.split('-').length;
  return (known === 1 ? year : known === 2 ? month : day).format(new Date(date));
}

/** Where a document came from, in one line: author · publisher · date · grade. Empty where nothing is known. */
export function sourceLine(source: Source): string {
  const { author, publisher, published } = source;
  const date = published === null ? '' : partialDateText(published);
  return [author, publisher, date, gradeText(source)].filter((part) => part !== '').join(' · ');
}

/** The same with the grade's meaning in the scale's words, for pointing at. */
export function sourceWords(source: Source): string {
  const meaning = gradeMeaning(source);
  return meaning === '' ? sourceLine(source) : `${sourceLine(source)}: ${meaning}`;
}

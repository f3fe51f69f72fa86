import { gradeMeaning, gradeText, type Source } from '../../contract/index.ts';

const year = new Intl.DateTimeFormat(undefined, { year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });

/** Texts of dates, made once: a library of tens of thousands has the same few thousand dates. */
const texts = new Map<string, string>();

/** A date known to the day, the month or the year, in the analyst's locale. */
export function partialDateText(date: string): string {
  const was = texts.get(date);
  if (was !== undefined) return was;
  const known = date.split('-').length;
  const text = (known === 1 ? year : known === 2 ? month : day).format(new Date(date));
  texts.set(date, text);
  return text;
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

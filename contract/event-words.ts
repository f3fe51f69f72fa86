import { daysOf } from './event-date.ts';

/** Seasons 21 to 24 of EDTF. */
const seasons: Readonly<Record<string, string>> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };

/**
 * An event's date as people write it: `12 May 2024`, `May 2024`, `spring 2024`, `winter 2024–25`, `12 May 2024 – 3 July 2024`.
 * Days and months in the locale's way. What is no event date is given as it is.
 */
export function eventWords(date: string, locale?: string): string {
  if (daysOf(date) === null) return date;
  return date
    .split('/')
    .map((one) => wordsOfOne(one, locale))
    .join(' – ');
}

function wordsOfOne(date: string, locale: string | undefined): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return String(Number(year));
  const season = seasons[month];
  if (season !== undefined) return `${season} ${season === 'winter' ? winterOf(Number(year)) : Number(year)}`;
  const known: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', ...(day !== undefined && { day: 'numeric' }) };
  return new Intl.DateTimeFormat(locale, { ...known, timeZone: 'UTC' }).format(new Date(day === undefined ? `${date}-01` : date));
}

/** A winter goes on into the next year. */
function winterOf(year: number): string {
  return `${year}–${String(year + 1).slice(-2)}`;
}

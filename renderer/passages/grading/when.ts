const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Longest unit first, each with its length in milliseconds. */
const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['week', 7 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
];

/** A calendar date in the reader's locale; the year only where it is not this one. */
export function formatDate(iso: string, now: Date, locale?: string): string {
  const date = new Date(iso);
  const sameYear = date.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(date);
}

/** How long ago, and the exact time: what a date says when pointed at. */
export function formatAgo(iso: string, now: Date, locale?: string): string {
  const date = new Date(iso);
  const past = date.getTime() - now.getTime();
  const [unit, length] = units.find(([, milliseconds]) => Math.abs(past) >= milliseconds) ?? ['minute', minute];
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(past / length), unit);
  return `${ago} · ${new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(date)}`;
}

import { PartialDate } from '../../../contract/index.ts';

/** A date as a page or front matter writes it, to the precision it has; null where it is not one. The time of day is dropped as written. */
export function readDate(written: string | undefined): string | null {
  const value = written?.trim() ?? '';
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(value) ?? /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(value);
  if (iso !== null) return partialDate(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(value);
  // 5/12/2024 is May in one country and December in another: only the day-first form with dots is sure.
  if (dotted !== null) return value.includes('/') ? null : partialDate(dotted[3], dotted[2], dotted[1]);
  const english = /[a-z]{3}/i.test(value) && /\d{4}/.test(value) ? new Date(value) : null;
  if (english === null || Number.isNaN(english.getTime())) return null;
  return partialDate(String(english.getFullYear()), String(english.getMonth() + 1), String(english.getDate()));
}

function partialDate(...parts: (string | undefined)[]): string | null {
  const date = parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  return PartialDate.safeParse(date).success ? date : null;
}

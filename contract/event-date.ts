import { z } from 'zod';

/** The first and the last day of what a date leaves open, as YYYY-MM-DD. */
export interface DaysOf {
  from: string;
  to: string;
}

/** Months of the seasons 21 to 24 of EDTF, which say spring to winter of the northern year; a winter goes on into the next year. */
const seasonMonths: Readonly<Record<string, readonly [first: number, last: number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [12, 14],
};

const simple = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * The days that a date in EDTF (ISO 8601-2:2019, level 1) stands for: `2024-05-12`, `2024-05`, `2024-21` (spring), `2024`,
 * or two of these as a range, `2024-05/2024-07-03`. Null where it is none of these, or a range that ends before it begins.
 */
export function daysOf(date: string): DaysOf | null {
  const [start = '', end, ...more] = date.split('/');
  const first = daysOfOne(start);
  if (first === null || more.length > 0) return null;
  if (end === undefined) return first;
  const last = daysOfOne(end);
  return last === null || last.to < first.from ? null : { from: first.from, to: last.to };
}

function daysOfOne(date: string): DaysOf | null {
  const [, year = '', month, day] = simple.exec(date) ?? [];
  if (year === '') return null;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const season = seasonMonths[month];
  if (season !== undefined) return day === undefined ? { from: dayIn(year, season[0], 1), to: dayIn(year, season[1] + 1, 0) } : null;
  if (Number(month) < 1 || Number(month) > 12) return null;
  const days = { from: dayIn(year, Number(month), 1), to: dayIn(year, Number(month) + 1, 0) };
  if (day === undefined) return days;
  return date >= days.from && date <= days.to ? { from: date, to: date } : null;
}

/** `month` counts from 1 and may go past 12; day 0 is the last of the month before. */
function dayIn(year: string, month: number, day: number): string {
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for 1900 and on.
  date.setUTCFullYear(Number(year), month - 1, day);
  return date.toISOString().slice(0, 10);
}

/** When something happened, as precisely as it is known, in EDTF. */
export const EventDate = z
  .string()
  .refine((date) => daysOf(date) !== null, 'a date as 2024, 2024-05, 2024-21 (spring), 2024-05-12 or a range of two, 2024-05/2024-07');

import { daysOf } from './event-date.ts';
import { monthNamed, seasonNamed } from './month-names.ts';

/**
 * The event date that a person typed, as EDTF: `2024`, `May 2024`, `12.05.2024`, `12 May 2024`, `spring 2024`, a range of
 * two of these (`May – July 2024`, `2024-05/2024-07`), EDTF itself, and the same in Russian and Chinese. Null where it is
 * none of these, or could be two dates (`5/12/2024`).
 */
export function readEvent(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  if (daysOf(text) !== null) return text;
  const one = readOne(text);
  if (one !== null) return one;
  for (const split of rangeSigns) {
    const range = readRange(text.split(split));
    if (range !== null) return range;
  }
  return null;
}

/** What stands between the two dates of a range; a dash within a date, as in winter 2024–25, has no spaces around it. */
const rangeSigns = [/\s*\/\s*/, /\s+[-–—]\s+/, /\s+(?:to|until|till|по|до)\s+|\s*至\s*|\s*到\s*/, /[-–—]/];

function readRange(parts: readonly string[]): string | null {
  const [first, last, ...more] = parts.map((part) => part.replace(/^(?:from|between|с|со|从|由)\s*(?=\S)/, ''));
  if (first === undefined || last === undefined || more.length > 0) return null;
  const end = readOne(last);
  // `May – July 2024`, `12 – 15 May 2024`: the first takes from the last what it leaves out.
  const start = readOne(first) ?? (end === null ? null : completed(first, last, end));
  if (start === null || end === null) return null;
  const range = `${start}/${end}`;
  return daysOf(range) === null ? null : range;
}

function completed(first: string, last: string, end: string): string | null {
  const year = end.slice(0, 4);
  if (/^\d{1,2}\.?$/.test(first)) return readOne(`${first.replace('.', '')}${last.replace(/^\d{1,2}(?=\D)/, '')}`);
  return readOne(`${first} ${year}`) ?? readOne(`${year}年${first}`);
}

function readOne(text: string): string | null {
  const date = written(text);
  return date === null || daysOf(date) === null ? null : date;
}

/** By the form alone; whether there is such a day is another question. */
function written(text: string): string | null {
  const numbers =
    /^(?<y>\d{4})(?:\s?(?:год|года|г\.?|年))?$/.exec(text) ??
    /^(?<y>\d{4})[-./](?<m>\d{1,2})(?:[-./](?<d>\d{1,2}))?$/.exec(text) ??
    /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})(?:\s?г\.?)?$/.exec(text) ??
    /^(?<m>\d{1,2})[./](?<y>\d{4})$/.exec(text) ??
    /^(?<y>\d{4})\s?年\s?(?<m>\d{1,2})\s?月(?:\s?(?<d>\d{1,2})\s?[日号])?$/.exec(text);
  if (numbers !== null) return dateOf(numbers.groups ?? {});
  const words =
    /^(?:(?<d>\d{1,2})(?:st|nd|rd|th|-?го|-?е)?\.? )?(?:of )?(?<word>\p{L}+)\.?,? (?:of )?(?<y>\d{4})(?: ?(?:год|года|году|г)\.?)?$/u.exec(
      text,
    ) ??
    /^(?<word>\p{L}+)\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})$/u.exec(text) ??
    /^(?<y>\d{4})\s?年?\s?(?<word>\p{L}+)$/u.exec(text) ??
    /^(?<word>winter|зима|зимой) (?<y>\d{4})[/–-](?:\d{2}|\d{4})(?: ?(?:года|г)\.?)?$/u.exec(text);
  const { word = '', ...rest } = words?.groups ?? {};
  const season = seasonNamed(word);
  if (season !== null) return rest.d === undefined ? dateOf({ ...rest, m: season }) : null;
  const month = monthNamed(word);
  return month === null ? null : dateOf({ ...rest, m: month });
}

function dateOf({ y = '', m, d }: Readonly<Record<string, string | undefined>>): string {
  return [y, m, d]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

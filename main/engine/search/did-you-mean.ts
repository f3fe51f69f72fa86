import type { Database } from 'better-sqlite3';
import { foldCase, stripDiacritics } from './analyser/folding.ts';
import { parseQuery } from './query/parser.ts';
import { type FieldName, fieldNames, type Part, type Words } from './query/query.ts';

/** Letters that must be right at the beginning: nobody mistypes the first two often, and it bounds what is looked through. */
const sureLetters = 1;
/** Words of the index that are compared with a word. */
const mostCompared = 20_000;

/**
 * The query with each word that the notebook does not have put as one that it has: no more than one letter in four away,
 * and of those the most frequent; and each field that there is not as the one that was meant. Null where there is none.
 */
export function didYouMean(db: Database, typed: string): string | null {
  const corrected = wordsIn(parseQuery(typed).part).flatMap((word) => {
    const { start, end } = word.place;
    const [name] = /^\p{L}+(?=:)/u.exec(word.text) ?? [];
    if (name !== undefined) {
      const field = closestField(name.toLowerCase());
      return field === undefined ? [] : { start, end: start + name.length, better: field };
    }
    const better = closest(db, word.text);
    return better === null ? [] : { start, end, better };
  });
  if (corrected.length === 0) return null;
  return corrected
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, better }) => text.slice(0, start) + better + text.slice(end), typed);
}

function wordsIn(part: Part | null): (Words & { kind: 'word' })[] {
  if (part === null) return [];
  if (part.kind === 'word') return [part];
  if (part.kind === 'all' || part.kind === 'any') return part.parts.flatMap(wordsIn);
  if (part.kind === 'near') return part.parts.flatMap(wordsIn);
  return [];
}

/** `spere` is sphere, and `language` is lang. */
function closestField(name: string): FieldName | undefined {
  return (
    fieldNames.find((field) => name.startsWith(field)) ?? fieldNames.find((field) => field.length > 2 && editDistance(name, field, 1) <= 1)
  );
}

function closest(db: Database, word: string): string | null {
  const form = stripDiacritics(foldCase(word));
  if (form.length < 4 || !/^\p{L}+$/u.test(form)) return null;
  const has = db.prepare<[string], number>('SELECT 1 FROM temp.document_words WHERE term = ?').pluck();
  if (has.get(form) !== undefined) return null;
  const most = Math.max(1, Math.floor(form.length / 4));
  const start = form.slice(0, sureLetters);
  const candidates = db
    .prepare<[string, string, number, number], { term: string; doc: number }>(
      `SELECT term, doc FROM temp.document_forms WHERE term >= ? AND term < ? AND col = 'body' AND length(term) BETWEEN ? AND ? LIMIT ${mostCompared}`,
    )
    .all(start, `${start}\u{10ffff}`, form.length - most, form.length + most);
  let best: { term: string; doc: number; distance: number } | null = null;
  for (const { term, doc } of candidates) {
    const distance = editDistance(form, term, most);
    if (distance > most) continue;
    if (best === null || distance < best.distance || (distance === best.distance && doc > best.doc)) best = { term, doc, distance };
  }
  return best?.term ?? null;
}

/** Letters to put in, leave out, change or swap with the next (Damerau's distance, optimal string alignment); above `most`, some number above it. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let twoAgo: number[] = [];
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, (twoAgo[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    twoAgo = before;
    before = row;
  }
  return before.at(-1) ?? most + 1;
}

import type { Facet, QueryProblem, Segment, Suggestion } from '../../../contract/index.ts';

/** A stretch of a query as the box paints it. */
export interface QueryPart {
  text: string;
  kind: 'plain' | 'field' | 'problem';
}

const field = /[-−]?\p{L}+[:：](?:"[^"]*"?|[^\s()"]+)/gu;

/** The fields of a query with their values, `sphere:economic` say, where they stand. */
export function fieldsIn(text: string): Segment[] {
  return Array.from(text.matchAll(field), ({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/** A query cut where it is painted differently: what is not understood, and fields with a value. */
export function queryParts(text: string, problems: readonly Segment[]): QueryPart[] {
  const paints = [
    ...problems.map((place) => ({ ...place, kind: 'problem' as const })),
    ...fieldsIn(text)
      .filter((place) => !problems.some((problem) => problem.start < place.end && place.start < problem.end))
      .map((place) => ({ ...place, kind: 'field' as const })),
  ].toSorted((one, other) => one.start - other.start);
  const parts: QueryPart[] = [];
  let at = 0;
  for (const { start, end, kind } of paints) {
    parts.push({ text: text.slice(at, Math.max(at, start)), kind: 'plain' }, { text: text.slice(Math.max(at, start), end), kind });
    at = Math.max(at, end);
  }
  return [...parts, { text: text.slice(at), kind: 'plain' as const }].filter((part) => part.text !== '');
}

/**
 * Problems but for the one at the caret, where something can still be put: what is being typed is not wrong yet. Nor are
 * those told that stand behind a value half typed, which was left out of what was asked.
 */
export function settledProblems(
  problems: readonly QueryProblem[],
  { caret, half, suggestions }: { caret: number; half: Segment | null; suggestions: readonly Suggestion[] },
): QueryProblem[] {
  return problems.filter(({ end }) => (end !== caret || suggestions.length === 0) && (half === null || end <= half.start));
}

/** The field that ends where the caret stands, its value perhaps still to come; null where the caret is elsewhere. */
export function fieldAtCaret(text: string, caret: number): Segment | null {
  const [typed] = /(?<![^\s()])[-−]?\p{L}+[:：](?:"[^"]*|[^\s()"]*)$/u.exec(text.slice(0, caret)) ?? [];
  const isInside = /^[^\s()]/u.test(text.slice(caret));
  return typed === undefined || isInside ? null : { start: caret - typed.length, end: caret };
}

/** Whether a field's value is the beginning of one that could stand there, and not yet one itself. */
export function isHalfTyped(text: string, offered: readonly Suggestion[]): boolean {
  const values = offered.filter(({ kind }) => kind === 'value');
  const isOne = ({ text: put, from, to }: Suggestion) => {
    const [typed, value] = [text.slice(from, to), put.trimEnd()].map((each) => each.replaceAll('"', '').toLowerCase());
    // A sphere, or a collection, is named by its own name as well as with those above it.
    return value === typed || value?.replace(/:.*\//u, ':') === typed;
  };
  return values.length > 0 && !values.some(isOne);
}

/** Without a stretch, and without the blanks that it leaves. */
export function leaveOut(text: string, { start, end }: Segment): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();
}

const fieldOf: Readonly<Record<Facet['kind'], string>> = {
  sphere: 'sphere',
  language: 'lang',
  publisher: 'publisher',
  year: 'published',
  grade: 'grade',
};

/** What a value of a facet adds to the query: `lang:ru`. */
export function narrowing(kind: Facet['kind'], query: string): string {
  return query.slice(query.lastIndexOf(` ${fieldOf[kind]}:`) + 1);
}

/** Where a narrowing stands in a query; null where it is not narrowed so. */
export function placeOfNarrowing(text: string, narrowed: string): Segment | null {
  return fieldsIn(text).find(({ start, end }) => text.slice(start, end) === narrowed) ?? null;
}

/** The query with a suggestion put in, and where the caret then stands. */
export function accept(text: string, suggestion: Suggestion): { text: string; caret: number } {
  const after = text.slice(suggestion.to);
  const put = suggestion.text.endsWith(' ') && after.startsWith(' ') ? suggestion.text.trimEnd() : suggestion.text;
  return { text: text.slice(0, suggestion.from) + put + after, caret: suggestion.from + put.length };
}

/** The query with an operator put in at the caret, apart from the word before it unless it belongs to that; `|` says where the caret goes. */
export function withOperator(text: string, caret: number, operator: string): { text: string; caret: number } {
  const [begun = '', rest = ''] = operator.split('|');
  const before = text.slice(0, caret);
  const isApart = before === '' || /[\s(]$/u.test(before) || begun === '*';
  const put = `${before}${isApart ? '' : ' '}${begun}`;
  return { text: put + rest + text.slice(caret), caret: put.length };
}

const operatorWords: ReadonlySet<string> = new Set(['OR', 'AND', 'NOT', 'NEAR', 'OVERLAPS', 'INSIDE']);

/** Words of which all must occur, as words of which any may; null where there is but one, or more is said than words. */
export function anyOf(text: string): string | null {
  const words = text.trim().split(/\s+/u);
  return words.length > 1 && words.every((word) => /^[\p{L}\p{M}\p{N}'’]+$/u.test(word) && !operatorWords.has(word))
    ? words.join(' OR ')
    : null;
}

/** Those that would change what is typed. */
export function worthSuggesting(text: string, suggestions: readonly Suggestion[]): Suggestion[] {
  return suggestions.filter(({ kind, text: put, from, to }) => kind !== 'search' && put.trimEnd() !== text.slice(from, to));
}

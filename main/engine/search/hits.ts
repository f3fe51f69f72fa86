import { analyse, type Token } from './analyser.ts';
import type { Sequence, Term } from './terms.ts';

/** Where a term stands in a text, in UTF-16 code units. */
export interface Hit {
  start: number;
  end: number;
  /** Index of the term. */
  term: number;
}

/** Every place where a term stands in a text of this language, by where it begins. Places of several terms may overlap. */
export function findHits(text: string, language: string, terms: readonly Term[]): Hit[] {
  const sequences = terms.flatMap((term, index) => term.map((sequence) => ({ sequence, term: index })));
  const longest = Math.max(0, ...sequences.map(({ sequence }) => sequence.forms.length));
  const hits: Hit[] = [];
  // The tokens a sequence may begin at, oldest first: as many as the longest one needs.
  const ahead: Token[] = [];
  const matchOldest = () => {
    for (const { sequence, term } of sequences) {
      const end = endOfMatch(ahead, sequence);
      if (end !== null && ahead[0] !== undefined) hits.push({ start: ahead[0].start, end, term });
    }
    ahead.shift();
  };
  if (longest === 0) return hits;
  for (const token of analyse(text, language)) {
    ahead.push(token);
    if (ahead.length === longest) matchOldest();
  }
  while (ahead.length > 0) matchOldest();
  return hits;
}

function endOfMatch(tokens: readonly Token[], { form, forms, open }: Sequence): number | null {
  const lastForm = forms.length - 1;
  for (const [index, wanted] of forms.entries()) {
    const there = tokens[index]?.[form];
    if (there === undefined) return null;
    if (there !== wanted && !(open && index === lastForm && there.startsWith(wanted))) return null;
  }
  const last = tokens[lastForm];
  if (last === undefined) return null;
  return form === 'exact' && !open ? last.exactEnd : last.end;
}

/** Hits as stretches to paint: in order, none over another. */
export function mergeHits(hits: readonly Hit[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of hits.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

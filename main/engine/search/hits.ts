import { stretchesOf, type Token } from './analyser.ts';
import type { Near, Sequence, Term } from './terms.ts';

/** Where a term stands in a text, in UTF-16 code units. */
export interface Hit {
  start: number;
  end: number;
  /** Index of the term. */
  term: number;
}

/** A sequence of a term and the place in it. */
interface Wanted {
  sequence: Sequence;
  term: number;
  /** Of the terms that are near each other: which variant, and which of its parts. */
  variant: number;
  part: number;
}

interface Match extends Hit {
  wanted: Wanted;
  /** Position of its first token. */
  position: number;
}

/** Every place where a term stands in a text of this language, by where it begins. Places of several terms may overlap. */
export function findHits(text: string, language: string, terms: readonly (Term | Near)[]): Hit[] {
  const wanted = terms.flatMap(wantedOf);
  const longest = Math.max(0, ...wanted.map(({ sequence }) => sequence.forms.length));
  const matches: Match[] = [];
  // The tokens a sequence may begin at, oldest first: as many as the longest one needs.
  const ahead: Token[] = [];
  let position = 0;
  const matchOldest = () => {
    for (const each of wanted) {
      const end = endOfMatch(ahead, each.sequence);
      if (end !== null && ahead[0] !== undefined) matches.push({ start: ahead[0].start, end, term: each.term, wanted: each, position });
    }
    ahead.shift();
    position += 1;
  };
  if (longest === 0) return [];
  for (const tokens of stretchesOf(text, language)) {
    for (const token of tokens) {
      ahead.push(token);
      if (ahead.length === longest) matchOldest();
    }
  }
  while (ahead.length > 0) matchOldest();
  const kept = terms.some(({ kind }) => kind === 'near') ? withoutApart(matches, terms) : matches;
  return kept.map(({ start, end, term }) => ({ start, end, term }));
}

function wantedOf(term: Term | Near, index: number): Wanted[] {
  if (term.kind === 'term') return term.sequences.map((sequence) => ({ sequence, term: index, variant: 0, part: 0 }));
  return term.variants.flatMap((variant, number) => variant.map((sequence, part) => ({ sequence, term: index, variant: number, part })));
}

function endOfMatch(tokens: readonly Token[], { form, forms, open }: Sequence): number | null {
  const lastForm = forms.length - 1;
  const last = tokens[lastForm];
  if (last === undefined) return null;
  // Every token of a text comes by here: an iterator over the forms would take longer than the rest of it.
  for (let index = 0; index <= lastForm; index += 1) {
    const there = tokens[index]?.[form] ?? '';
    const wanted = forms[index] ?? '';
    if (there !== wanted && !(open && index === lastForm && there.startsWith(wanted))) return null;
  }
  return form === 'exact' && !open ? last.exactEnd : last.end;
}

/** Leaves out what was to be near something and is not. */
function withoutApart(matches: readonly Match[], terms: readonly (Term | Near)[]): Match[] {
  return matches.filter((match) => {
    const term = terms[match.term];
    if (term?.kind !== 'near') return true;
    const others = matches.filter(({ wanted }) => wanted.term === match.term && wanted.variant === match.wanted.variant);
    return others.some((last) => isNear(match, last, others, term));
  });
}

/** FTS5's NEAR: before the part that begins last, every other part ends no more than `distance` positions. */
function isNear(match: Match, last: Match, matches: readonly Match[], { variants, distance }: Near): boolean {
  const reaches = ({ position, wanted }: Match) =>
    position <= last.position && last.position - (position + wanted.sequence.forms.length) <= distance;
  if (!reaches(match)) return false;
  const parts = variants[last.wanted.variant]?.length ?? 0;
  const there = new Set(matches.filter(reaches).map(({ wanted }) => wanted.part));
  return there.size === parts;
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

import { stretchesOf, type Token } from '../analyser/analyser.ts';
import type { Near, Sequence, Term } from '../query/terms.ts';

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

/** Tokens of a text that are gathered before they are looked through. */
const atOnce = 1_000;

/** Every place where a term stands in a text of this language, by where it begins. Places of several terms may overlap. */
export function findHits(text: string, language: string, terms: readonly (Term | Near)[]): Hit[] {
  const wanted = terms.flatMap(wantedOf);
  const longest = Math.max(0, ...wanted.map(({ sequence }) => sequence.forms.length));
  if (longest === 0) return [];
  const matches: Match[] = [];
  const tokens: Token[] = [];
  let passed = 0;
  /** Looks what begins at the first so many tokens, and lets go of them. */
  const look = (count: number) => {
    for (let at = 0; at < count; at += 1) addMatchesAt(matches, tokens, at, passed, wanted);
    tokens.splice(0, count);
    passed += count;
  };
  for (const stretch of stretchesOf(text, language)) {
    for (const token of stretch) tokens.push(token);
    // What begins at the last ones may go on in the next stretch.
    if (tokens.length >= atOnce + longest) look(tokens.length - longest);
  }
  look(tokens.length);
  const kept = terms.some(({ kind }) => kind === 'near') ? withoutApart(matches, terms) : matches;
  return kept.map(({ start, end, term }) => ({ start, end, term }));
}

function addMatchesAt(matches: Match[], tokens: readonly Token[], at: number, passed: number, wanted: readonly Wanted[]): void {
  const start = tokens[at]?.start ?? 0;
  // Every token of a text comes by here: an iterator for each would be more to collect than the tokens are.
  for (let index = 0; index < wanted.length; index += 1) {
    const each = wanted[index];
    const end = each === undefined ? null : endOfMatch(tokens, at, each.sequence);
    if (each !== undefined && end !== null) matches.push({ start, end, term: each.term, wanted: each, position: passed + at });
  }
}

function wantedOf(term: Term | Near, index: number): Wanted[] {
  if (term.kind === 'term') return term.sequences.map((sequence) => ({ sequence, term: index, variant: 0, part: 0 }));
  return term.variants.flatMap((variant, number) => variant.map((sequence, part) => ({ sequence, term: index, variant: number, part })));
}

/** Where a sequence that begins at the token of this index ends in the text; null where it does not stand there. */
function endOfMatch(tokens: readonly Token[], first: number, { form, forms, open }: Sequence): number | null {
  const lastForm = forms.length - 1;
  const last = tokens[first + lastForm];
  if (last === undefined) return null;
  // Here, too, an iterator over the forms would take longer than the rest of it.
  for (let index = 0; index <= lastForm; index += 1) {
    const there = tokens[first + index]?.[form] ?? '';
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

/** Hits, by where they begin, as stretches to paint: none over another. */
export function mergeHits(hits: readonly Hit[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of hits) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

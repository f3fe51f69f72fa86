import { analyse, type Token } from './analyser.ts';
import type { Clause, Query } from './parser.ts';

/** Forms that must stand at consecutive positions. */
export interface Sequence {
  form: 'exact' | 'stem';
  /** Never empty. */
  forms: readonly string[];
  /** The last form need only be the beginning of what stands there. */
  open: boolean;
}

/** One thing a text must have: any of these sequences. */
export type Term = readonly Sequence[];

/** Bounds on what the index is asked; nobody types more. */
const mostTerms = 50;
const mostForms = 200;
/** A shorter beginning of a word would find nearly everything, slowly. */
const shortestOpen = 2;

/**
 * What a query asks of the index and of a text. `languages` are those of the notebook's documents: a word is looked for
 * by its stem in each of them.
 */
export function termsOf(query: Query, languages: readonly string[]): Term[] {
  const terms: Term[] = [];
  for (const clause of query) {
    const sequences = sequencesOf(clause, languages);
    if (sequences.length > 0) terms.push(sequences);
    if (terms.length === mostTerms) break;
  }
  return terms;
}

function sequencesOf(clause: Clause, languages: readonly string[]): Sequence[] {
  const tokens = [...analyse(clause.text, 'und')].slice(0, mostForms);
  const exact = exactSequence(tokens, clause.kind === 'word' && clause.open);
  if (exact === null) return [];
  // Pairs of characters say already what single ones would.
  if (clause.kind === 'phrase' || tokens.every(({ kind }) => kind === 'character')) return [exact];
  const stems = new Map<string, Sequence>();
  for (const language of new Set(['und', ...languages])) {
    const forms = Array.from(analyse(clause.text, language), ({ stem }) => stem).slice(0, mostForms);
    stems.set(forms.join(' '), { form: 'stem', forms, open: false });
  }
  return [exact, ...stems.values()];
}

function exactSequence(tokens: readonly Token[], open: boolean): Sequence | null {
  const last = tokens.at(-1);
  if (last === undefined) return null;
  const forms = tokens.map(({ exact }) => exact);
  if (last.kind === 'word') return { form: 'exact', forms, open: open && last.exact.length >= shortestOpen };
  // The last character of the query stands alone only because the query ends; in the text its run may go on.
  if (tokens.length === 1) return { form: 'stem', forms: [last.stem], open: false };
  const before = tokens.at(-2);
  const isInPair = before?.kind === 'character' && before.exactEnd === last.end;
  return isInPair ? { form: 'exact', forms: forms.slice(0, -1), open: false } : { form: 'exact', forms, open: true };
}

import { analyse, type Token } from '../analyser/analyser.ts';
import type { Words } from './query.ts';

/** Forms that must stand at consecutive positions. */
export interface Sequence {
  form: 'exact' | 'stem';
  /** Never empty. */
  forms: readonly string[];
  /** The last form need only be the beginning of what stands there. */
  open: boolean;
}

/** One thing a text must have: any of these sequences. */
export interface Term {
  kind: 'term';
  sequences: readonly Sequence[];
}

/** Several things that must stand close to each other: all sequences of any one variant. */
export interface Near {
  kind: 'near';
  /** Positions that may lie between the first and the last, those of the parts themselves not counted. */
  distance: number;
  variants: readonly (readonly Sequence[])[];
}

/** Bound on what the index is asked; nobody types more. */
const mostForms = 200;
/** A shorter beginning of a word, as it is typed, would find nearly everything. */
const shortestOpen = 2;

/**
 * What words ask of the index and of a text; null where there are none in them. `languages` are those of the notebook's
 * documents: a word is looked for by its stem in each of them.
 */
export function termOf(words: Words, languages: readonly string[]): Term | null {
  const sequences = sequencesOf(words, languages);
  return sequences.length === 0 ? null : { kind: 'term', sequences };
}

/** A name with all its inflections, as one of several that stand for the same. */
export function sequencesOfName(name: string, languages: readonly string[]): Sequence[] {
  return sequencesOf({ kind: 'word', text: name, open: false, place: { start: 0, end: 0 } }, languages);
}

/** Words near each other are compared in one form at a time: as they are where one is a phrase or a beginning, else by their stems. */
export function nearOf(parts: readonly Words[], distance: number, languages: readonly string[]): Near | null {
  const isExact = parts.some(({ kind }) => kind !== 'word');
  const inForm = (language: string): Sequence[] =>
    parts.flatMap((part) => {
      const tokens = [...analyse(part.text, language)].slice(0, mostForms);
      if (isExact || tokens.every(({ kind }) => kind === 'character')) return exactSequence(tokens, part.kind === 'beginning') ?? [];
      return tokens.length === 0 ? [] : [{ form: 'stem', forms: tokens.map(({ stem }) => stem), open: false }];
    });
  const variants = new Map<string, Sequence[]>();
  for (const language of isExact ? ['und'] : ['und', ...languages]) {
    const sequences = inForm(language);
    // The index holds each form in columns of its own: what is to stand close must be of one form.
    if (new Set(sequences.map(({ form }) => form)).size === 1) variants.set(JSON.stringify(sequences), sequences);
  }
  return variants.size === 0 ? null : { kind: 'near', distance, variants: [...variants.values()] };
}

function sequencesOf(words: Words, languages: readonly string[]): Sequence[] {
  const tokens = [...analyse(words.text, 'und')].slice(0, mostForms);
  const isOpen = words.kind === 'beginning' || (words.kind === 'word' && words.open && (tokens.at(-1)?.exact.length ?? 0) >= shortestOpen);
  const exact = exactSequence(tokens, isOpen);
  if (exact === null) return [];
  // Pairs of characters say already what single ones would.
  if (words.kind !== 'word' || tokens.every(({ kind }) => kind === 'character')) return [exact];
  const stems = new Map<string, Sequence>();
  for (const language of new Set(['und', ...languages])) {
    const inLanguage = [...analyse(words.text, language)].slice(0, mostForms);
    for (const forms of [inLanguage.map(({ stem }) => stem), inLanguage.map(stemOfName)]) {
      stems.set(forms.join(' '), { form: 'stem', forms, open: false });
    }
  }
  const nominatives =
    tokens.length === 1 ? Array.from(stems.keys()).filter((stem) => endsAsName.test(stem) && stem !== exact.forms[0]) : [];
  return [exact, ...stems.values(), ...nominatives.map((form): Sequence => ({ form: 'exact', forms: [form], open: false }))];
}

/**
 * Russian names in -ов and -ев (and nouns in -ова, in the genitive plural): the stemmer takes the ending off Лавров and
 * leaves it on Лаврова, so that neither form would find the other. The one is also looked for as the stem of the other.
 */
const endsAsName = /\p{Script=Cyrillic}[ое]в$/u;

function stemOfName({ exact, stem }: Token): string {
  return endsAsName.test(exact) ? exact : stem;
}

function exactSequence(tokens: readonly Token[], open: boolean): Sequence | null {
  const last = tokens.at(-1);
  if (last === undefined) return null;
  const forms = tokens.map(({ exact }) => exact);
  if (last.kind === 'word') return { form: 'exact', forms, open };
  // The last character of the query stands alone only because the query ends; in the text its run may go on.
  if (tokens.length === 1) return { form: 'stem', forms: [last.stem], open: false };
  const before = tokens.at(-2);
  const isInPair = before?.kind === 'character' && before.exactEnd === last.end;
  return isInPair ? { form: 'exact', forms: forms.slice(0, -1), open: false } : { form: 'exact', forms, open: true };
}

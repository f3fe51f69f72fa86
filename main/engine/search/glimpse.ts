import { findHits, type Hit } from './hits.ts';
import { bestCluster, snippetLength } from './snippets.ts';
import type { Near, Term } from './terms.ts';

/** Texts up to this length are analysed whole: that takes no longer. UTF-16 code units. */
const short = 400;
/** Places of one form that are looked at; a later one is hardly a better snippet. */
const mostPlaces = 200;
/** Letters of a word by which its place is guessed at: what follows may be inflected. */
const guessLetters = 4;

/**
 * Hits for a snippet of a long text: those around the place where most terms stand closest, without analysing the rest of
 * it. The place is guessed at by the letters as they are written; where that finds nothing (accents, another spelling),
 * or guesses wrong, the whole text is analysed.
 */
export function hitsForSnippet(text: string, language: string, terms: readonly (Term | Near)[]): Hit[] {
  if (text.length <= short || terms.length === 0) return findHits(text, language, terms);
  const guessed = terms.flatMap((term, index) => placesOf(text, term).map((start): Hit => ({ start, end: start + 1, term: index })));
  const [first] = bestCluster(guessed);
  if (first !== undefined) {
    const from = edgeBefore(text, first.start - snippetLength);
    const to = edgeAfter(text, first.start + 2 * snippetLength);
    const hits = findHits(text.slice(from, to), language, terms).map(({ start, end, term }) => ({
      start: start + from,
      end: end + from,
      term,
    }));
    if (hits.length > 0) return hits;
  }
  return findHits(text, language, terms);
}

/** Scripts whose words stand inside runs. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function placesOf(text: string, term: Term | Near): number[] {
  const forms = (term.kind === 'term' ? term.sequences : term.variants.flat()).flatMap((sequence) => sequence.forms.slice(0, 1));
  const guesses = new Set(forms.map((form) => form.slice(0, guessLetters)).filter((guess) => guess !== ''));
  const places: number[] = [];
  // Forms hold letters, marks, numerals and pictographs: none is a sign of regular expressions.
  for (const guess of guesses) {
    for (const match of text.matchAll(new RegExp(`${unspaced.test(guess) ? '' : '(?<!\\p{L})'}${guess}`, 'giu'))) {
      places.push(match.index);
      if (places.length >= mostPlaces) return places;
    }
  }
  return places;
}

/** Where a stretch may begin or end without cutting a word or a run of characters in two. */
const edge = /[\s\p{P}]/u;
/** How far it may move for that. */
const reach = 80;

function edgeBefore(text: string, at: number): number {
  for (let place = Math.max(0, at); place > Math.max(0, at - reach); place -= 1) if (edge.test(text.charAt(place))) return place;
  return Math.max(0, at - reach);
}

function edgeAfter(text: string, at: number): number {
  for (let place = at; place < Math.min(text.length, at + reach); place += 1) if (edge.test(text.charAt(place))) return place;
  return Math.min(text.length, at + reach);
}

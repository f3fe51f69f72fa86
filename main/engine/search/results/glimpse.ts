import type { Near, Term } from '../query/terms.ts';
import { findHits, type Hit } from './hits.ts';
import { bestCluster, leadLength, snippetLength } from './snippets.ts';

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
  const guessed = placesOf(text, terms);
  const cluster = bestCluster(guessed);
  const [first] = cluster;
  if (first !== undefined) {
    // Whichever of the cluster is a hit, all that a snippet with it shows is in the stretch.
    const from = edgeBefore(text, first.start - leadLength);
    const to = edgeAfter(text, (cluster.at(-1) ?? first).start + snippetLength);
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
const letter = /\p{L}/u;

/** The letters by which each term is guessed at, in the cases they are written in: the same for all the rows of an answer. */
const guessed = new WeakMap<readonly (Term | Near)[], readonly (readonly string[])[]>();

function guessesOf(terms: readonly (Term | Near)[]): readonly (readonly string[])[] {
  const there = guessed.get(terms);
  if (there !== undefined) return there;
  const made = terms.map((term) => {
    const forms = (term.kind === 'term' ? term.sequences : term.variants.flat()).flatMap((sequence) => sequence.forms.slice(0, 1));
    const guesses = forms.map((form) => form.slice(0, guessLetters));
    return [...new Set(guesses.flatMap((guess) => [guess, guess.charAt(0).toUpperCase() + guess.slice(1), guess.toUpperCase()]))];
  });
  guessed.set(terms, made);
  return made;
}

/** Where the guesses stand, by where they begin. */
function placesOf(text: string, terms: readonly (Term | Near)[]): Hit[] {
  const all = guessesOf(terms).flatMap((guesses, term) => {
    const places: Hit[] = [];
    for (const guess of guesses) {
      const isInRun = unspaced.test(guess);
      for (let at = text.indexOf(guess); at !== -1 && places.length < mostPlaces; at = text.indexOf(guess, at + 1)) {
        if (isInRun || !letter.test(text.charAt(at - 1))) places.push({ start: at, end: at + 1, term });
      }
    }
    return places;
  });
  return all.sort((one, other) => one.start - other.start);
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

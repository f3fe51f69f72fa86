/** A query as the analyst put it, in order; a text must have every part of it. */
export type Query = readonly Clause[];

export type Clause =
  /** To be found in any form of the word. `open`: its end may still be on its way, as the analyst types. */
  | { kind: 'word'; text: string; open: boolean }
  /** To be found letter for letter, in this order. */
  | { kind: 'phrase'; text: string };

/** Code units of a query that are read; what follows is a paste by mistake. */
const longestQuery = 2_000;

const quotes = '"“”„«»';
const clause = new RegExp(`[${quotes}]([^${quotes}]*)(?:[${quotes}]|$)|([^\\s${quotes}]+)`, 'gu');

/**
 * Reads a query: words, and phrases in quotation marks (straight, curly or guillemets). Anything else is taken
 * literally; no text is an error. A phrase not yet closed goes on to the end.
 */
export function parseQuery(typed: string): Query {
  const text = typed.slice(0, longestQuery);
  return Array.from(text.matchAll(clause), (match): Clause => {
    const [whole, phrase, word = ''] = match;
    if (phrase !== undefined) return { kind: 'phrase', text: phrase };
    return { kind: 'word', text: word, open: match.index + whole.length === text.length };
  });
}

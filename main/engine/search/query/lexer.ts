import { fieldNames, type Place } from './query.ts';

/** The signs a query is made of, with where they stand in it. */
export type Sign = Place &
  (
    | { kind: 'open' | 'close' | 'minus' }
    | { kind: 'phrase'; text: string }
    /** `glued`: what follows it, a bracket or a phrase, stands right behind it. */
    | { kind: 'word'; text: string; glued: boolean }
  );

/** Code units of a query that are read; what follows is a paste by mistake. */
const longestQuery = 2_000;

const quotes = '"“”„«»「」『』＂';
const sign = new RegExp(`[${quotes}]([^${quotes}]*)(?:[${quotes}]|$)|([()])|([^\\s${quotes}()]+)`, 'gu');

/** What a Chinese or Japanese keyboard types for signs of a query, each one code unit for another. A colon may also stand in a text. */
const wideSigns: Readonly<Record<string, string>> = { '（': '(', '）': ')', '＊': '*' };
const wideColon = new RegExp(`(?<![^\\s(−-])(${fieldNames.join('|')})：`, 'giu');

/** Cuts a query into its signs. Quotation marks may be of any kind; a phrase not yet closed goes on to the end. */
export function signsOf(typed: string): { signs: Sign[]; length: number } {
  const text = typed
    .slice(0, longestQuery)
    .replace(/[（）＊]/g, (wide) => wideSigns[wide] ?? wide)
    .replace(wideColon, '$1:');
  const signs: Sign[] = [];
  for (const match of text.matchAll(sign)) {
    const [whole, phrase, bracket, word] = match;
    const start = match.index;
    const end = start + whole.length;
    if (phrase !== undefined) signs.push({ kind: 'phrase', text: phrase, start, end });
    else if (bracket !== undefined) signs.push({ kind: bracket === '(' ? 'open' : 'close', start, end });
    else if (word !== undefined) signs.push(...wordSigns(word, start, text.charAt(end)));
  }
  return { signs, length: text.length };
}

/** A minus before a word, a phrase or a bracket leaves it out; one inside a word or alone is none. */
function wordSigns(word: string, start: number, next: string): Sign[] {
  const end = start + word.length;
  const isGlued = next !== '' && /[^\s)]/u.test(next);
  const isMinus = /^[-−]/u.test(word) && (word.length > 1 ? /^.[\p{L}\p{N}]/u.test(word) : isGlued);
  if (!isMinus) return [{ kind: 'word', text: word, start, end, glued: isGlued }];
  const minus: Sign = { kind: 'minus', start, end: start + 1 };
  return word.length === 1 ? [minus] : [minus, { kind: 'word', text: word.slice(1), start: start + 1, end, glued: isGlued }];
}

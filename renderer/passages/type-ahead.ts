/** Milliseconds after which a letter begins a new word to look for. */
const forgets = 800;

/** What was typed in a list so far, and when. */
export interface Typed {
  text: string;
  at: number;
}

export const nothingTyped: Typed = { text: '', at: Number.NEGATIVE_INFINITY };

/** Whether a word is being typed now, so that a letter continues it rather than being a command. */
export function isTyping(typed: Typed, now: number): boolean {
  return typed.text !== '' && now - typed.at < forgets;
}

export function typeLetter(typed: Typed, letter: string, now: number): Typed {
  return { text: isTyping(typed, now) ? typed.text + letter : letter, at: now };
}

/**
 * The next item that the typed letters lead to, from `from` on and around: one that begins with them, else one that has
 * a word that does. A single letter typed again moves on, so the search begins after `from`. -1 where none does.
 */
export function findTyped(items: readonly string[], text: string, from: number): number {
  const wanted = fold(text);
  const begin = text.length === 1 ? from + 1 : from;
  const order = items.map((_, index) => (begin + index) % items.length);
  const begins = order.find((index) => fold(items[index] ?? '').startsWith(wanted));
  return begins ?? order.find((index) => fold(items[index] ?? '').includes(` ${wanted}`)) ?? -1;
}

/** Quotation marks and the like at the beginning are not what a reader types. */
function fold(text: string): string {
  return text.toLocaleLowerCase().replace(/^[^\p{L}\p{N}]+/u, '');
}

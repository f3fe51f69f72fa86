/** What a list's item begins with. */
export interface Marker {
  marker: 'bullet' | number | null;
  /** Its characters, with the space behind them. */
  length: number;
  /** Never anything else: a bullet, not a dash or a number. */
  sure: boolean;
}

const bullets = /^\s*[•◦▪▫‣●○■□▶►➢➤❖✓✔∙⁃\uf000-\uf0ff]\s*/u;
const dashes = /^\s*[-–—*·]\s+/u;
const numbers = /^\s*(\d{1,3})[.)]\s+(?=\S)/u;
const letters = /^\s*(?:\(?(?:[a-zа-я]|[ivx]{2,4}|\d{1,2})\)|[a-zа-я]\.)\s+(?=\S)/u;

/** The marker at the start of a line; null where there is none. */
export function markerOf(text: string): Marker | null {
  const bullet = bullets.exec(text);
  if (bullet !== null && bullet[0].length < text.length) return { marker: 'bullet', length: bullet[0].length, sure: true };
  const dash = dashes.exec(text);
  if (dash !== null) return { marker: 'bullet', length: dash[0].length, sure: false };
  const number = numbers.exec(text);
  if (number !== null) return { marker: Number(number[1]), length: number[0].length, sure: false };
  // Letters stay in the text: a list of the editor has figures alone.
  return letters.test(text) ? { marker: null, length: 0, sure: false } : null;
}

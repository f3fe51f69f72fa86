/**
 * How well what was typed finds a text; higher is better, null where it does not. Best is a text that begins with it,
 * then one with a word that does, then initials (`ck` for “Check the kitchen”), then anywhere in it, then its letters in
 * order. Short texts win ties; case and accents do not matter.
 */
export function fuzzyScore(typed: string, text: string): number | null {
  const wanted = fold(typed).trim();
  const within = fold(text);
  const kind = kindOf(wanted, within);
  return kind === null ? null : kind - within.length / 1000;
}

/** No text scores higher that has only the letters, in order. */
export const lettersOnly = 1;

function kindOf(wanted: string, within: string): number | null {
  if (within.startsWith(wanted)) return 5;
  if (within.includes(` ${wanted}`)) return 4;
  const letters = wanted.replace(/\s/g, '');
  const initials = (within.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word[0]).join('');
  if (initials.includes(letters)) return 3;
  if (within.includes(wanted)) return 2;
  return standsInOrder(letters, within) ? lettersOnly : null;
}

function standsInOrder(letters: string, within: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = within.indexOf(letter, at + 1);
    if (at === -1) return false;
  }
  return true;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

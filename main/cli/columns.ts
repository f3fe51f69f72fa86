/** Characters that take two columns of a terminal (Unicode Standard Annex 11, roughly), and those that take none. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const without = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += without.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As much of the end of a text as has room in so many columns, filled up before it, so that what follows stands in one column. */
export function endIn(text: string, columns: number): string {
  const kept = within(Array.from(graphemes.segment(text), ({ segment }) => segment).toReversed(), columns)
    .toReversed()
    .join('');
  return ' '.repeat(columns - columnsOf(kept)) + kept;
}

/** As much of the beginning of a text as has room in so many columns, filled up behind it. */
export function beginningIn(text: string, columns: number): string {
  const kept = within(
    Array.from(graphemes.segment(text), ({ segment }) => segment),
    columns,
  ).join('');
  return kept + ' '.repeat(columns - columnsOf(kept));
}

function within(letters: readonly string[], columns: number): string[] {
  let left = columns;
  const cut = letters.findIndex((letter) => {
    left -= columnsOf(letter);
    return left < 0;
  });
  return letters.slice(0, cut === -1 ? letters.length : cut);
}

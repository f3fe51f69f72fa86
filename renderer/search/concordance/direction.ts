/** Letters of scripts that are written from right to left. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const letter = /\p{L}/gu;

/**
 * The way that a line is read: that of most of its letters. Neither its first word nor the language of its document tells:
 * an Arabic line may begin with a name in Latin letters, and stand in an English report.
 */
export function directionOf(line: string): 'ltr' | 'rtl' {
  const count = (kind: RegExp) => line.match(kind)?.length ?? 0;
  return count(rightToLeft) * 2 > count(letter) ? 'rtl' : 'ltr';
}

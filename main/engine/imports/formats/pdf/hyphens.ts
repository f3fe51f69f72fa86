/** Decides what a hyphen at a line's end was: one of the word's own, or one of the line's. */
export interface Hyphens {
  /** Takes in the words of lines that follow each other, but for those that a line's end cuts. */
  learn(lines: readonly string[]): void;
  /** Whether `left-` at a line's end and `right` on the next are one word without a hyphen. */
  areOneWord(left: string, right: string): boolean;
}

/** First parts that keep their hyphen wherever they stand. */
const keepers = new Set([
  ...['self', 'non', 'ex', 'all', 'well', 'ill', 'half', 'quasi', 'so', 'vice', 'long', 'short', 'high', 'low', 'cross', 'two', 'three'],
  ...['four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
  ...['по', 'во', 'кое', 'из'],
]);

export function createHyphens(): Hyphens {
  const words = new Set<string>();
  return {
    learn(lines) {
      const whole = lines.map((line, index) =>
        (isCut(lines[index - 1] ?? '') ? line.replace(/^\S+/, '') : line).replace(/\S+[-‐\u00ad]$/, ''),
      );
      for (const [word] of whole
        .join('\n')
        .toLowerCase()
        .matchAll(/[\p{L}\p{M}\d]+(?:[-‐'’][\p{L}\p{M}\d]+)*/gu)) {
        words.add(word.replaceAll('‐', '-'));
        for (const part of word.split(/[-‐]/)) words.add(part);
      }
    },
    areOneWord(left, right) {
      const first = left.toLowerCase().replaceAll('‐', '-');
      const second = right.toLowerCase();
      if (words.has(first + second)) return true;
      if (words.has(`${first}-${second}`) || first.includes('-') || keepers.has(first)) return false;
      // "decision-making": two words of this text, which a syllable seldom is.
      return !(first.length > 3 && second.length > 3 && words.has(first) && words.has(second));
    },
  };
}

function isCut(line: string): boolean {
  return /[\p{L}\p{M}\d][-‐\u00ad]$/u.test(line);
}

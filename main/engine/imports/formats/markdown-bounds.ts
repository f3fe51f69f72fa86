import { tooDeep } from '../html/depth.ts';

/**
 * A Markdown parser's time grows with the square or cube of what is left open: minutes for some kilobytes written to
 * that end. These bounds lie far above what people write and keep it within a second. Counts, a paragraph each but the
 * first two, which are a line's.
 */
const mostMarkers = 100;
const widestIndent = 200;
const mostOpenBrackets = 200;
const mostEmphasis = 2_000;
const longestEmphasis = 500;

const markers = new RegExp(`^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])[ \\t])){${mostMarkers}}`);
const farItem = new RegExp(`^[ \\t]{${widestIndent},}(?:[-*+]|\\d{1,9}[.)])[ \\t]`);
const isBlankOrRule = /^[-*_ \t]*$/;
const startsBlock = /^[ \t]*(?:$|#|>|[-*+][ \t]|\d{1,9}[.)][ \t])|\|/;

/** Throws where Markdown is nested without end. */
export function boundMarkdown(source: string): void {
  let brackets = 0;
  let emphasis = 0;
  for (const line of source.split('\n')) {
    if (startsBlock.test(line)) {
      brackets = 0;
      emphasis = 0;
    }
    if (isBlankOrRule.test(line)) continue;
    if (markers.test(line) || farItem.test(line)) throw tooDeep();
    for (const character of line) {
      if (character === '[') brackets += 1;
      else if (character === ']' && brackets > 0) brackets -= 1;
      if (brackets > mostOpenBrackets) throw tooDeep();
    }
    for (const [run] of line.matchAll(/\*+|_+/g)) {
      emphasis += 1;
      if (run.length > longestEmphasis || emphasis > mostEmphasis) throw tooDeep();
    }
  }
}

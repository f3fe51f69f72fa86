import { type Measure, rounded } from './measure.ts';
import type { Bookmark } from './outline.ts';
import { plainText } from './pieces.ts';
import type { Block, TextBlock } from './shapes.ts';

/** Type this much larger than the text's is a heading's. */
const largeType = 1.12;
/** Longer than this, in characters, large type is text. */
const longest = 200;
/** Longer than this, bold text is no heading. */
const longestBold = 110;
const deepest = 6;

/** Finds the headings: those that the bookmarks name, then large type, then short bold lines. */
export function markHeadings(blocks: readonly Block[], bookmarks: readonly Bookmark[], measure: Measure): void {
  const texts = blocks
    .filter((block) => block.kind === 'text')
    .filter(({ note, marker, entry }) => note === null && !entry && marker !== 'bullet');
  const named = markNamed(texts, bookmarks);
  const others = texts.filter((block) => block.level === 0 && looksLikeHeading(block, measure));
  const sizes = [...new Set(others.map(styleOf))].sort((one, other) => other - one);
  for (const block of others) {
    const style = styleOf(block);
    const known = named.get(style);
    // Between the styles that bookmarks name, or by its rank where they name none.
    const above = [...named].filter(([size]) => size > style).map(([, level]) => level);
    const rank = above.length > 0 ? Math.max(...above) + 1 : sizes.indexOf(style) + 1;
    block.level = Math.min(deepest, known ?? rank);
  }
  for (const block of texts) if (block.level > 0 && typeof block.marker === 'number') restoreNumber(block);
}

/** Larger type is a higher heading; of one size, bold type is. */
function styleOf({ size, bold }: TextBlock): number {
  return rounded(size) * 2 + (bold ? 0.5 : 0);
}

function looksLikeHeading(block: TextBlock, measure: Measure): boolean {
  const text = plainText(block.pieces).trim();
  if (!/\p{L}/u.test(text)) return false;
  if (block.size > measure.size * largeType && block.first === block.last) return text.length <= longest;
  if (measure.bold || !block.bold || block.lines > 2 || text.length > longestBold) return false;
  return block.size > measure.size * 0.95 && !/[.,;:。，；：]$/u.test(text) && block.pieces.every(({ fixed }) => !fixed);
}

/** Marks what the bookmarks name, and tells which level each style has there. */
function markNamed(texts: readonly TextBlock[], bookmarks: readonly Bookmark[]): Map<number, number> {
  const levels = new Map<number, number[]>();
  const byText = Map.groupBy(texts, ({ pieces }) => keyOf(plainText(pieces)));
  // Bookmarks often leave a heading's number out, or have one that the heading has not.
  const byWords = Map.groupBy(texts, ({ pieces }) => unnumbered(keyOf(plainText(pieces))));
  for (const { title, level, page } of bookmarks) {
    const key = keyOf(title);
    const found = [...(byText.get(key) ?? []), ...(byWords.get(unnumbered(key)) ?? [])].find(
      (block) => block.level === 0 && (page === null || block.first === page),
    );
    if (found === undefined) continue;
    found.level = Math.min(deepest, level);
    levels.set(styleOf(found), [...(levels.get(styleOf(found)) ?? []), found.level]);
  }
  return new Map([...levels].map(([style, found]) => [style, found.toSorted((a, b) => a - b)[Math.floor(found.length / 2)] ?? 1]));
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[\s\u00ad]+/g, '');
}

function unnumbered(key: string): string {
  return key.replace(/^(?:chapter|appendix|part|section|глава|раздел|приложение)?(?:[\divx]+[.:)]?)+(?=\p{L})/u, '');
}

/** A heading's number is part of it, not a list's. */
function restoreNumber(block: TextBlock): void {
  const [first] = block.pieces;
  if (first !== undefined) first.text = `${String(block.marker)}. ${first.text}`;
  block.marker = null;
}

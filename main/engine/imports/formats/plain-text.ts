import type { Element, Root } from 'hast';
import { isWrapped, joinWrapped, wrapWidth } from './wrapped-lines.ts';

/** Longer first lines are a paragraph, not a title. */
const longestTitle = 120;

/**
 * Plain text as a tree. Blank lines part paragraphs, as do lines of nothing but a sign that parts them; lines that were plainly wrapped at a fixed width are joined again,
 * other line breaks stay; a short first line with a blank one below it is the title. No letter is lost.
 */
export function readPlainText(source: string): Root {
  const blocks = blocksOf(source);
  const width = wrapWidth(blocks);
  const children = blocks.map((lines, index): Element => {
    const [first] = lines;
    if (index === 0 && blocks.length > 1 && lines.length === 1 && first !== undefined && isTitle(first)) return element('h1', first);
    return element('p', width !== null && isWrapped(lines, width) ? joinWrapped(lines) : tidy(lines));
  });
  return { type: 'root', children };
}

/** Between sayings in a file of fortune(6), or scenes of a story. */
const parting = /^\s*(?:%|\* ?\* ?\*)\s*$/;

/** Runs of lines with something on them. A page break counts as a blank line. */
function blocksOf(source: string): string[][] {
  const blocks: string[][] = [];
  let open: string[] | null = null;
  for (const line of source.replaceAll('\f', '\n\n').split('\n')) {
    if (line.trim() === '') {
      open = null;
    } else if (parting.test(line)) {
      blocks.push([line.trim()]);
      open = null;
    } else if (open === null) {
      open = [line.trimEnd()];
      blocks.push(open);
    } else {
      open.push(line.trimEnd());
    }
  }
  return blocks;
}

function isTitle(line: string): boolean {
  return line.trim().length <= longestTitle && !/[.,;:。，；：]\s*$/.test(line);
}

/** The first line's indent goes, and as much of the others'; what is indented further (verse, columns) keeps the rest. */
function tidy(lines: readonly string[]): string {
  const common = lines.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Number.POSITIVE_INFINITY);
  return lines.map((line, index) => (index === 0 ? line.trimStart() : line.slice(common))).join('\n');
}

function element(tagName: string, value: string): Element {
  return { type: 'element', tagName, properties: { dataVerbatim: true }, children: [{ type: 'text', value }] };
}

import type { Root } from 'hast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { boundDepth, tooDeep } from '../html/depth.ts';
import { boundMarkdown } from './markdown-bounds.ts';

/** Markdown as GitHub reads it. HTML in it is left out: `toHast` drops it unless told otherwise. */
export function readMarkdown(source: string): Root {
  boundMarkdown(source);
  const tree = parse(source);
  boundDepth(tree);
  const hast = toHast(tree);
  return hast.type === 'root' ? hast : { type: 'root', children: [] };
}

function parse(source: string) {
  try {
    return fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  } catch (error) {
    // The parser's own tree walk is recursive.
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

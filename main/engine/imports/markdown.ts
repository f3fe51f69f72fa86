import type { Root } from 'hast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { boundDepth } from './depth.ts';

/** Markdown as GitHub reads it. HTML in it is left out: `toHast` drops it unless told otherwise. */
export function readMarkdown(source: string): Root {
  const tree = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  boundDepth(tree);
  const hast = toHast(tree);
  return hast.type === 'root' ? hast : { type: 'root', children: [] };
}

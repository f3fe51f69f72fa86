import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { ArmillaryError } from '../../../contract/index.ts';
import { boundMarkdown } from '../imports/formats/markdown-bounds.ts';
import { boundDepth } from '../imports/html/depth.ts';

/** Markdown with GitHub's extensions, as the window shows notes. Null where it is nested beyond what a reader can take. */
export function readMarkdown(text: string): Root | null {
  try {
    boundMarkdown(text);
    const root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    boundDepth(root);
    return root;
  } catch (error) {
    if (error instanceof ArmillaryError) return null;
    throw error;
  }
}

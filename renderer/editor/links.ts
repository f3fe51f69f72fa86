import { $isLinkNode, $toggleLink, LinkNode } from '@lexical/link';
import { $unwrapNode } from '@lexical/utils';
import { $getSelection, $isElementNode, $isRangeSelection, type LexicalEditor, type LexicalNode } from 'lexical';
import { isSafeLink } from '../../contract/index.ts';

/** An address as typed, made whole: `example.org` is a web address, `a@b.org` a mail address. Null where it is neither. */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  if (isSafeLink(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u.test(text) ? `https://${text}` : null;
}

/** The link that a node stands in. */
export function $linkAt(node: LexicalNode): LinkNode | null {
  for (let above: LexicalNode | null = node; above !== null; above = above.getParent()) if ($isLinkNode(above)) return above;
  return null;
}

/** The link at the caret or at the beginning of the selection. */
export function $selectedLink(): LinkNode | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $linkAt(selection.anchor.getNode()) : null;
}

/** Makes the selection a link, gives the link at the caret another address, or (null) takes it away. */
export function $setLink(url: string | null): void {
  const link = $selectedLink();
  const selection = $getSelection();
  if (link !== null && $isRangeSelection(selection) && selection.isCollapsed()) {
    if (url === null) $unwrapNode(link);
    else link.setURL(url);
  } else {
    $toggleLink(url);
  }
}

/** Keeps only links that may be kept, however they came into the document. */
export function registerLinks(editor: LexicalEditor): () => void {
  const $check = (link: LinkNode) => {
    const url = linkAddress(link.getURL());
    const holdsBlocks = link.getChildren().some((child) => $isElementNode(child) && !child.isInline());
    if (url === null || holdsBlocks) $unwrapNode(link);
    else if (url !== link.getURL()) link.setURL(url);
  };
  return editor.registerNodeTransform(LinkNode, $check);
}

import { $isLinkNode, $toggleLink, LinkNode } from '@lexical/link';
import { $isMarkNode } from '@lexical/mark';
import { $unwrapNode } from '@lexical/utils';
import {
  $createTextNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
} from 'lexical';
import { isSafeLink } from '../../../contract/index.ts';

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
    // Nobody can see or leave a link that holds no text, only a line break.
    const isEmpty = link.getAllTextNodes().length === 0;
    if (url === null || holdsBlocks || isEmpty) $unwrapNode(link);
    else if (url !== link.getURL()) link.setURL(url);
  };
  return mergeRegister(
    editor.registerNodeTransform(LinkNode, $check),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      () => {
        $leaveMarkedEnd();
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** What is typed at the end of a link that ends in a mark goes after the link; left to itself Lexical (0.52) puts it before. */
function $leaveMarkedEnd(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return;
  const { anchor } = selection;
  const node = anchor.getNode();
  const mark = node.getParent();
  const link = mark?.getParent();
  const atEnd = $isTextNode(node) && anchor.offset === node.getTextContentSize() && node.getNextSibling() === null;
  if (!atEnd || !$isMarkNode(mark) || mark.getNextSibling() !== null || !$isLinkNode(link)) return;
  const after = $createTextNode();
  link.insertAfter(after);
  after.select();
}

import { type EditorMark, type EditorNode, type EditorState, isElement, isMark, isText, type Segment } from '../contract/index.ts';
import { blockSeparator, isEmptyBlock, isHollow, isInline } from './text.ts';

/**
 * The state with a mark for `id` over `[start, end)` of its derived text (UTF-16 code units). Text nodes are split at
 * the edges; existing marks, links and formats stay as they are. The state given is not changed.
 */
export function markRange(state: EditorState, id: string, { start, end }: Segment): EditorState {
  let offset = 0;
  let anyLine = false;
  const beginLine = () => {
    if (anyLine) offset += blockSeparator.length;
    anyLine = true;
  };
  const wrap = (node: EditorNode): EditorMark => ({
    type: 'mark',
    version: 1,
    ids: [id],
    direction: null,
    format: '',
    indent: 0,
    children: [node],
  });

  const markInline = (node: EditorNode): EditorNode[] => {
    if (isElement(node)) return [{ ...node, children: joinMarks(node.children.flatMap(markInline), id) }];
    const length = isText(node) ? node.text.length : 1;
    const from = Math.max(0, start - offset);
    const to = Math.min(length, end - offset);
    offset += length;
    if (from >= to) return [node];
    if (!isText(node)) return [wrap(node)];
    const { text } = node;
    const pieces: EditorNode[] = [];
    if (from > 0) pieces.push({ ...node, text: text.slice(0, from) });
    pieces.push(wrap({ ...node, text: text.slice(from, to) }));
    if (to < length) pieces.push({ ...node, text: text.slice(to) });
    return pieces;
  };
  const markBlock = (children: readonly EditorNode[]): EditorNode[] => {
    const marked: EditorNode[] = [];
    let inLine = false;
    for (const child of children) {
      if (isHollow(child)) marked.push(child);
      else if (isInline(child)) {
        if (!inLine) beginLine();
        inLine = true;
        marked.push(...markInline(child));
      } else if (isElement(child)) {
        inLine = false;
        if (isEmptyBlock(child.children)) beginLine();
        marked.push({ ...child, children: markBlock(child.children) });
      }
    }
    return joinMarks(marked, id);
  };
  return { ...state, root: { ...state.root, children: markBlock(state.root.children) } };
}

/** Makes neighbouring marks that hold `id` alone into one. */
function joinMarks(nodes: EditorNode[], id: string): EditorNode[] {
  const joined: EditorNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last !== undefined && isOnly(last, id) && isOnly(node, id)) {
      joined[joined.length - 1] = { ...last, children: [...last.children, ...node.children] };
    } else {
      joined.push(node);
    }
  }
  return joined;
}

function isOnly(node: EditorNode, id: string): node is EditorMark {
  return isMark(node) && node.ids.length === 1 && node.ids[0] === id;
}

/** The state without the marks of these ids; a mark left with no id gives its children back to its parent. */
export function dropMarks(state: EditorState, ids: ReadonlySet<string>): EditorState {
  const strip = (nodes: readonly EditorNode[]): EditorNode[] =>
    nodes.flatMap((node): EditorNode[] => {
      if (!isElement(node)) return [node];
      const children = strip(node.children);
      if (!isMark(node)) return [{ ...node, children }];
      const kept = node.ids.filter((id) => !ids.has(id));
      return kept.length === 0 ? children : [{ ...node, ids: kept, children }];
    });
  return ids.size === 0 ? state : { ...state, root: { ...state.root, children: strip(state.root.children) } };
}

/** Every id that a mark of the state carries. */
export function markIdsOf(state: EditorState): Set<string> {
  const ids = new Set<string>();
  const visit = (node: EditorNode) => {
    if (!isElement(node)) return;
    if (isMark(node)) for (const id of node.ids) ids.add(id);
    for (const child of node.children) visit(child);
  };
  visit(state.root);
  return ids;
}

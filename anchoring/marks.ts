import { type EditorNode, type EditorState, isElement, isMark, isText, type Segment } from '../contract/index.ts';
import { blockSeparator, isEmptyBlock, isHollow, isInline } from './text.ts';

/*
 * Marks are flat, here as in the editor: a text or line break stands in one mark at most, which carries the ids of all its
 * passages and stands inside a link where there is one; neighbouring marks of the same ids are one. A state that keeps to
 * this opens in the editor as it is.
 */

/** A stretch of the derived text (UTF-16 code units, half-open) that is to be in a passage. */
export interface MarkedRange extends Segment {
  id: string;
}

/** As `markRanges`, of one stretch. */
export function markRange(state: EditorState, id: string, { start, end }: Segment): EditorState {
  return markRanges(state, [{ id, start, end }]);
}

/**
 * The state with stretches of its derived text put into passages, its marks made flat. Text nodes are split at the edges;
 * links and formats stay as they are. The state given is not changed. Takes one walk, however many the stretches.
 */
export function markRanges(state: EditorState, ranges: readonly MarkedRange[]): EditorState {
  const pending = ranges.toSorted((one, other) => other.start - one.start);
  /** Ranges that began before the walk's place and did not end before it. */
  let open: MarkedRange[] = [];
  let offset = 0;
  let anyLine = false;
  const beginLine = () => {
    if (anyLine) offset += blockSeparator.length;
    anyLine = true;
  };
  /** Ranges that hold some of `[offset, end)`. */
  const rangesUntil = (end: number): MarkedRange[] => {
    open = open.filter((range) => range.end > offset);
    for (let next = pending.at(-1); next !== undefined && next.start < end; next = pending.at(-1)) {
      pending.pop();
      if (next.end > Math.max(offset, next.start)) open.push(next);
    }
    return open;
  };
  const markInline = (node: EditorNode, ids: readonly string[]): EditorNode[] => {
    if (isMark(node)) return node.children.flatMap((child) => markInline(child, union(ids, node.ids)));
    if (isElement(node)) return [{ ...node, children: joinMarks(node.children.flatMap((child) => markInline(child, ids))) }];
    const start = offset;
    const end = start + (isText(node) ? node.text.length : 1);
    const over = rangesUntil(end);
    offset = end;
    const edges = over.flatMap((range) => [range.start, range.end]).filter((edge) => edge > start && edge < end);
    const cuts = [start, ...new Set(edges.sort((one, other) => one - other)), end];
    return cuts.slice(0, -1).map((from, index) => {
      const to = cuts[index + 1] ?? end;
      const inside = over.filter((range) => range.start <= from && range.end >= to).map(({ id }) => id);
      return inMark(
        isText(node) && cuts.length > 2 ? { ...node, text: node.text.slice(from - start, to - start) } : node,
        union(ids, inside),
      );
    });
  };
  const markBlock = (children: readonly EditorNode[]): EditorNode[] => {
    const marked: EditorNode[] = [];
    let inLine = false;
    for (const child of children) {
      if (isHollow(child)) marked.push(child);
      else if (isInline(child)) {
        if (!inLine) beginLine();
        inLine = true;
        marked.push(...markInline(child, []));
      } else if (isElement(child)) {
        inLine = false;
        if (isEmptyBlock(child.children)) beginLine();
        marked.push({ ...child, children: markBlock(child.children) });
      }
    }
    return joinMarks(marked);
  };
  return { ...state, root: { ...state.root, children: markBlock(state.root.children) } };
}

function union(some: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...some, ...more])];
}

function inMark(node: EditorNode, ids: readonly string[]): EditorNode {
  if (ids.length === 0) return node;
  return { type: 'mark', version: 1, ids: [...ids], direction: null, format: '', indent: 0, children: [node] };
}

/** Makes neighbouring marks of the same ids into one. */
function joinMarks(nodes: readonly EditorNode[]): EditorNode[] {
  const joined: EditorNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last !== undefined && isMark(last) && isMark(node) && sameIds(last.ids, node.ids)) {
      joined[joined.length - 1] = { ...last, children: [...last.children, ...node.children] };
    } else {
      joined.push(node);
    }
  }
  return joined;
}

function sameIds(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id));
}

/** The state without the marks of these ids; a mark left with no id gives its children back to its parent. */
export function dropMarks(state: EditorState, ids: ReadonlySet<string>): EditorState {
  const strip = (nodes: readonly EditorNode[]): EditorNode[] =>
    joinMarks(
      nodes.flatMap((node): EditorNode[] => {
        if (!isElement(node)) return [node];
        const children = strip(node.children);
        if (!isMark(node)) return [{ ...node, children }];
        const kept = node.ids.filter((id) => !ids.has(id));
        return kept.length === 0 ? children : [{ ...node, ids: kept, children }];
      }),
    );
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

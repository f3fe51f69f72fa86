import { z } from 'zod';

/**
 * A document's editor state: what Lexical serialises, limited to the nodes Armillary's editor knows.
 * Properties beyond those named here are Lexical's own and are kept as they came.
 */
export type EditorText = { type: 'text' | 'tab'; text: string; format: number; [property: string]: unknown };
export type EditorBreak = { type: 'linebreak'; [property: string]: unknown };
export type EditorElement = {
  type: ElementType;
  children: EditorNode[];
  [property: string]: unknown;
};
export type EditorMark = { type: 'mark'; ids: string[]; children: EditorNode[]; [property: string]: unknown };
export type EditorNode = EditorText | EditorBreak | EditorMark | EditorElement;
export type EditorState = { root: EditorElement };

const elementTypes = ['root', 'paragraph', 'heading', 'quote', 'list', 'listitem', 'link', 'autolink'] as const;
export type ElementType = (typeof elementTypes)[number];

/** Elements that stand inside a line of text; every other element is a block. */
export const inlineTypes: ReadonlySet<string> = new Set(['link', 'autolink', 'mark']);

/** Deeper nesting than any person writes; a bound for recursive readers. */
const deepest = 100;

/** Addresses a link may hold. Everything else (`javascript:`, `data:`, `file:` …) is refused at the door. */
export function isSafeLink(url: unknown): url is string {
  return typeof url === 'string' && /^(https?:\/\/|mailto:|#)/i.test(url);
}

export function isElement(node: EditorNode): node is EditorElement | EditorMark {
  return 'children' in node;
}

export function isMark(node: EditorNode): node is EditorMark {
  return node.type === 'mark';
}

export function isText(node: EditorNode): node is EditorText {
  return node.type === 'text' || node.type === 'tab';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Hand-written rather than a recursive schema: a book has 100,000 nodes and this runs at each save. */
function isEditorNode(value: unknown, depth: number): value is EditorNode {
  if (!isRecord(value) || depth > deepest) return false;
  const { type } = value;
  if (type === 'text' || type === 'tab') return typeof value.text === 'string' && typeof value.format === 'number';
  if (type === 'linebreak') return true;
  if (!Array.isArray(value.children)) return false;
  if (type === 'mark') {
    if (!Array.isArray(value.ids) || !value.ids.every((id) => typeof id === 'string')) return false;
  } else if (!elementTypes.some((known) => known === type) || (type === 'root') !== (depth === 0)) {
    return false;
  }
  if ((type === 'link' || type === 'autolink') && !isSafeLink(value.url)) return false;
  return value.children.every((child) => isEditorNode(child, depth + 1));
}

export const EditorState = z.custom<EditorState>(
  (value) => isRecord(value) && isRecord(value.root) && value.root.type === 'root' && isEditorNode(value.root, 0),
  'an editor state of the nodes that Armillary knows, with safe links',
);

/**
 * A state on its way from the engine: as JSON in UTF-8, because a book's is ten megabytes in a hundred thousand objects,
 * and bytes cross threads, processes and sockets as they are. Callers get it parsed and validated.
 */
export const StateBytes = z.codec(z.instanceof(Uint8Array), EditorState, {
  encode: (state) => new TextEncoder().encode(JSON.stringify(state)),
  decode(bytes, { issues }) {
    try {
      const state: EditorState = JSON.parse(new TextDecoder().decode(bytes));
      return state;
    } catch {
      issues.push({ code: 'custom', input: bytes, message: 'no JSON' });
      return z.NEVER;
    }
  },
});

/** Blocks `from` to `to` (half-open) of the stored state, as they are. */
export const KeptBlocks = z.object({ from: z.int().nonnegative(), to: z.int().nonnegative() });
export type KeptBlocks = z.infer<typeof KeptBlocks>;

/** A state told by what it changes of another: the blocks of the root in order, new ones whole. */
export type ChangedBlocks = (KeptBlocks | EditorNode)[];
export const ChangedBlocks = z.custom<ChangedBlocks>(
  (value) => Array.isArray(value) && value.every((block) => isEditorNode(block, 1) || KeptBlocks.safeParse(block).success),
  'blocks of nodes that Armillary knows, with safe links, or ranges of stored ones',
);

export function isKept(block: KeptBlocks | EditorNode): block is KeptBlocks {
  return !('type' in block);
}

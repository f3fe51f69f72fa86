import type { EditorElement, EditorNode, EditorState, EditorText } from '../../../../contract/index.ts';

/**
 * Makers of nodes with every property that Lexical 0.52 itself gives them, so that opening a document in the editor and
 * saving it changes nothing.
 */

/** Bits of a text node's `format`, as Lexical counts them. */
export const formats = { bold: 1, italic: 2, strikethrough: 4, underline: 8, code: 16, subscript: 32, superscript: 64 } as const;

const element = { direction: null, format: '', indent: 0, version: 1 } as const;

export const text = (value: string, format: number): EditorText => ({
  type: 'text',
  text: value,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
});

/** `detail` 2 is Lexical's word for a node that does not merge with its neighbours. */
export const tab = (format: number): EditorText => ({ ...text('\t', format), type: 'tab', detail: 2 });

export const lineBreak = (): EditorNode => ({ type: 'linebreak', version: 1 });

export const link = (url: string, children: EditorNode[]): EditorElement => ({
  type: 'link',
  children,
  url,
  rel: null,
  target: null,
  title: null,
  ...element,
});

/** Lexical notes a paragraph's first text format on the paragraph too. */
export function paragraph(children: EditorNode[]): EditorElement {
  const first = children.find((child) => child.type === 'text' || child.type === 'tab');
  return { type: 'paragraph', children, textFormat: first?.format ?? 0, textStyle: '', ...element };
}

export type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

export const heading = (tag: HeadingTag, children: EditorNode[]): EditorElement => ({ type: 'heading', tag, children, ...element });

export const quote = (children: EditorNode[]): EditorElement => ({ type: 'quote', children, ...element });

export type ListType = 'bullet' | 'number';

/** Gives a block where in the original it stands, as Lexical keeps what a node is told beyond its own properties. */
export function at(locator: string | null, block: EditorElement): EditorElement {
  return locator === null ? block : { ...block, $: { locator } };
}

export interface ItemDraft {
  children: EditorNode[];
  locator: string | null;
}

/** A list as it is gathered; `list` numbers its items. */
export interface ListDraft {
  type: ListType;
  start: number;
  /** An item's line of text, or the list nested below the item before it. */
  items: (ItemDraft | ListDraft)[];
}

/**
 * A list as Lexical nests them: a nested list is the only child of an item of its own, which takes no number; an
 * item's indent is its depth.
 */
export function list({ type, start, items }: ListDraft, depth = 0): EditorElement {
  let value = start;
  const children = items.map((item): EditorElement => {
    const node = (inside: EditorNode[]): EditorElement => ({ type: 'listitem', children: inside, value, ...element, indent: depth });
    if ('items' in item) return node([list(item, depth + 1)]);
    const own = at(item.locator, node(item.children));
    value += 1;
    return own;
  });
  return { type: 'list', listType: type, tag: type === 'number' ? 'ol' : 'ul', start, children, ...element };
}

export const state = (children: EditorNode[]): EditorState => ({ root: { type: 'root', children, ...element } });

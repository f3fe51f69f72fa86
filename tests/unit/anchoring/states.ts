import fc from 'fast-check';
import {
  type EditorNode,
  type EditorState,
  type EditorText,
  type ElementType,
  isElement,
  isMark,
  isText,
} from '../../../contract/index.ts';

const element = { version: 1, direction: null, format: '', indent: 0 };

export function text(words: string, format = 0): EditorText {
  return { type: 'text', version: 1, text: words, format, detail: 0, mode: 'normal', style: '' };
}

export const lineBreak: EditorNode = { type: 'linebreak', version: 1 };
export const tab: EditorNode = { type: 'tab', version: 1, text: '\t', format: 0, detail: 2, mode: 'normal', style: '' };

export function block(type: ElementType, ...children: (EditorNode | string)[]): EditorNode {
  return { ...element, ...properties[type], type, children: children.map((child) => (typeof child === 'string' ? text(child) : child)) };
}

export function paragraph(...children: (EditorNode | string)[]): EditorNode {
  return block('paragraph', ...children);
}

export function mark(ids: string[], ...children: (EditorNode | string)[]): EditorNode {
  return { ...element, type: 'mark', ids, children: children.map((child) => (typeof child === 'string' ? text(child) : child)) };
}

export function stateOf(...children: EditorNode[]): EditorState {
  return { root: { ...element, type: 'root', children } };
}

const properties: Partial<Record<ElementType, Record<string, unknown>>> = {
  paragraph: { textFormat: 0, textStyle: '' },
  heading: { tag: 'h2' },
  list: { listType: 'bullet', start: 1, tag: 'ul' },
  listitem: { value: 1 },
  link: { url: 'https://example.org/', rel: null, target: null, title: null },
};

/** Every character of a state's text nodes and breaks, with all that hangs on it but where its node begins and ends; ids sorted: their order in a mark means nothing. */
export function charactersOf({ root }: EditorState): { character: string; format: number; link: boolean; ids: string[] }[] {
  const visit = (node: EditorNode, link: boolean, ids: string[]): ReturnType<typeof charactersOf> => {
    if (isText(node)) return node.text.split('').map((character) => ({ character, format: node.format, link, ids }));
    if (!isElement(node)) return [{ character: '\n', format: 0, link, ids }];
    const inside = isMark(node) ? [...ids, ...node.ids].sort() : ids;
    return node.children.flatMap((child) => visit(child, link || node.type === 'link', inside));
  };
  return visit(root, false, []);
}

/** What texts are made of: three scripts, one of them right to left, and characters of several code units. */
const letters = ['a', 'B', ' ', '.', 'é', 'e\u0301', 'ж', 'ё', '中', '国', '，', 'א', 'ם', 'ع', '🌍', '👩‍👧', '🇪🇺', '\u00ad'];

export const words = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));

const run = fc.record({ words, format: fc.constantFrom(0, 1, 2, 8) }).map(({ words: each, format }) => text(each, format));
const leaf = fc.oneof({ weight: 8, arbitrary: run }, fc.constant(lineBreak), fc.constant(tab));
const leaves = fc.array(leaf, { minLength: 1, maxLength: 3 });
const link = leaves.map((children) => block('link', ...children));
const someMark = fc
  .record({ ids: fc.uniqueArray(fc.constantFrom('m1', 'm2', 'm3'), { minLength: 1, maxLength: 2 }), inside: leaves, linked: fc.boolean() })
  .map(({ ids, inside, linked }) => mark(ids, ...(linked ? [block('link', ...inside)] : inside)));
const nested = fc.record({ inner: someMark, after: run }).map(({ inner, after }) => mark(['m4'], inner, after));
const line = fc.array(fc.oneof({ weight: 6, arbitrary: leaf }, link, someMark, nested), { maxLength: 5 });
const items = fc.array(line, { minLength: 1, maxLength: 3 });
const list = fc.record({ outer: items, inner: fc.option(items) }).map(({ outer, inner }) => {
  const lines = outer.map((children, index) => listItem(index, 0, children));
  const below = inner === null ? [] : [block('list', ...inner.map((children, index) => listItem(index, 1, children)))];
  return block('list', ...lines, ...below.map((child) => listItem(outer.length, 0, [child])));
});
const anyBlock = fc.oneof(
  { weight: 4, arbitrary: line.map((children) => paragraph(...children)) },
  line.map((children) => block('heading', ...children)),
  line.map((children) => block('quote', ...children)),
  list,
);

/** Numbered and indented as Lexical does by itself. */
function listItem(index: number, indent: number, children: EditorNode[]): EditorNode {
  return { ...block('listitem', ...children), value: index + 1, indent };
}

/** States as the editor could hold them, marks `m1` to `m4` among their text. */
export const states = fc.array(anyBlock, { minLength: 1, maxLength: 5 }).map((blocks) => stateOf(...blocks));

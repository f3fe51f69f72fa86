import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveText } from '../../../anchoring/index.ts';
import { type EditorNode, type EditorState, isElement } from '../../../contract/index.ts';
import { readFile } from '../../../main/engine/imports/read.ts';

export function fixture(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/import', name)));
}

export const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Reads a file given as text; its name decides what it is read as. */
export const read = (name: string, text: string) => readFile(name, bytesOf(text));

export const textOf = (state: EditorState): string => deriveText(state).text;

/** Every node of a state, root first. */
export function nodesOf(state: EditorState): EditorNode[] {
  const nodes: EditorNode[] = [];
  const visit = (node: EditorNode) => {
    nodes.push(node);
    if (isElement(node)) for (const child of node.children) visit(child);
  };
  visit(state.root);
  return nodes;
}

/** The addresses of a state's links. */
export const linksOf = (state: EditorState): unknown[] =>
  nodesOf(state).flatMap((node) => (node.type === 'link' && 'url' in node ? [node.url] : []));

/** A state's blocks in short: `h1 Title`, `p text`, `• item`, nested items drawn in. */
export function outline(state: EditorState): string[] {
  const inline = (children: EditorNode[]) => textOf({ root: { type: 'root', children: [{ type: 'paragraph', children }] } });
  const items = (node: EditorNode, depth: number): string[] => {
    if (!isElement(node)) return [];
    return node.children.flatMap((item) => {
      const children = isElement(item) ? item.children : [];
      const [first] = children;
      if (first?.type === 'list') return items(first, depth + 1);
      const bullet = 'listType' in node && node.listType === 'number' && 'value' in item ? `${String(item.value)}.` : '•';
      return [`${'  '.repeat(depth)}${bullet} ${inline(children)}`];
    });
  };
  return state.root.children.flatMap((node) => {
    if (!isElement(node)) return [];
    if (node.type === 'list') return items(node, 0);
    const name = 'tag' in node ? String(node.tag) : node.type === 'paragraph' ? 'p' : node.type;
    return [`${name} ${inline(node.children)}`];
  });
}

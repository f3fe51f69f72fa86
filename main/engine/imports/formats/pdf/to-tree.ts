import type { Element, ElementContent, Root } from 'hast';
import { locatorOf } from './locators.ts';
import { plainText } from './pieces.ts';
import type { Block, Piece, TextBlock } from './shapes.ts';

/** Blocks as a syntax tree, each with its page. */
export function toTree(blocks: readonly Block[], labels: readonly string[]): Root {
  const children: Element[] = [];
  /** The open lists, outermost first, with how far each is drawn in. */
  let lists: { left: number; list: Element }[] = [];
  for (const block of blocks) {
    const dataLocator = locatorOf(block, labels);
    if (block.kind === 'text' && block.marker !== null && block.level === 0) {
      lists = putItem(children, lists, block, dataLocator);
      continue;
    }
    lists = [];
    if (block.kind === 'code') children.push(element('pre', { dataLocator }, [{ type: 'text', value: block.lines.join('\n') }]));
    else if (block.kind === 'table') {
      const rows = block.rows.map((cells) =>
        element(
          'tr',
          {},
          cells.map((cell) => element('td', {}, inline(cell))),
        ),
      );
      children.push(element('table', { dataLocator }, [element('tbody', {}, rows)]));
    } else if (plainText(block.pieces).trim() !== '') children.push(textBlock(block, dataLocator));
  }
  return { type: 'root', children };
}

function textBlock(block: TextBlock, dataLocator: string): Element {
  if (block.level === 0) return element('p', { dataLocator }, inline(block.pieces));
  // A heading's own bold is its being a heading.
  const pieces = block.pieces.map((piece) => ({ ...piece, bold: false }));
  return element(`h${block.level}`, { dataLocator }, inline(pieces));
}

function putItem(
  children: Element[],
  open: { left: number; list: Element }[],
  block: TextBlock,
  dataLocator: string,
): { left: number; list: Element }[] {
  const lists = open.filter(({ left }) => left < block.left + block.size * 0.5);
  const current = lists.at(-1);
  const item = element('li', { dataLocator }, inline(block.pieces));
  const tagName = block.marker === 'bullet' ? 'ul' : 'ol';
  if (current !== undefined && block.left - current.left < block.size * 0.5 && continues(current.list, block.marker)) {
    current.list.children.push(item);
    return lists;
  }
  const list = element(tagName, { dataLocator, ...(typeof block.marker === 'number' ? { start: block.marker } : {}) }, [item]);
  const outer = lists.filter(({ left }) => left < block.left - block.size * 0.5);
  const last = outer.at(-1)?.list.children.at(-1);
  if (last?.type === 'element') last.children.push(list);
  else children.push(list);
  return [...outer, { left: block.left, list }];
}

/** Whether an item goes on with a list: of its kind and, if numbered, with the next number. */
function continues(list: Element, marker: TextBlock['marker']): boolean {
  if (typeof marker !== 'number') return list.tagName === 'ul';
  return list.tagName === 'ol' && Number(list.properties.start) + list.children.length === marker;
}

function inline(pieces: readonly Piece[]): ElementContent[] {
  return pieces.map((piece): ElementContent => {
    let node: ElementContent = { type: 'text', value: piece.text.replaceAll('\u00ad', '') };
    if (piece.shift !== null) node = element(piece.shift, {}, [node]);
    if (piece.fixed) node = element('code', {}, [node]);
    if (piece.italic) node = element('i', {}, [node]);
    if (piece.bold) node = element('b', {}, [node]);
    return piece.href === null ? node : element('a', { href: piece.href }, [node]);
  });
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

import type { Element, Nodes } from 'hast';

const cellTags: ReadonlySet<string> = new Set(['td', 'th']);
const structureTags: ReadonlySet<string> = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'dl',
  'table',
  'blockquote',
  'pre',
  'article',
  'section',
]);

/** Whether a table only places things on a page: one of its cells holds a heading, a list, paragraphs or a table. */
export function isLayout(table: Element): boolean {
  return rowsOf(table).some((cells) => cells.some((cell) => hasStructure(cell)));
}

/** The cells of each row that says something; a caption is a row of one. Rows of a table inside a cell are not among them. */
export function rowsOf(table: Element): Element[][] {
  const all = elementsOf(table).flatMap((part) => {
    if (part.tagName === 'caption') return [[part]];
    const rows = part.tagName === 'tr' ? [part] : elementsOf(part).filter(({ tagName }) => tagName === 'tr');
    return rows.map((row) => elementsOf(row).filter(({ tagName }) => cellTags.has(tagName)));
  });
  return all.filter((cells) => cells.some(hasText));
}

function hasStructure(node: Element): boolean {
  const children = elementsOf(node);
  if (children.filter(({ tagName }) => tagName === 'p').length > 1) return true;
  return children.some((child) => structureTags.has(child.tagName) || hasStructure(child));
}

function hasText(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return 'children' in node && node.children.some(hasText);
}

function elementsOf(node: Nodes): Element[] {
  if (!('children' in node)) return [];
  const children: Nodes[] = node.children;
  return children.filter((child) => child.type === 'element');
}

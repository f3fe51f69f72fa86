import type { Nodes } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHast } from 'mdast-util-to-hast';
import { readMarkdown } from './read-markdown.ts';

/** No images: an exported file loads nothing from anywhere. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'img' && name !== 'input'),
  attributes: { a: ['href'] },
  protocols: { href: ['http', 'https', 'mailto'] },
};

const voidElements = new Set(['br', 'hr']);

/**
 * A note's Markdown as HTML of plain elements: no scripts, no styles, no images, links to the web alone. What no reader
 * of Markdown could take is shown as it was written.
 */
export function noteHtml(body: string): string {
  const root = readMarkdown(body);
  return root === null ? `<pre>${escapeHtml(body)}</pre>` : toHtml(sanitize(toHast(root), schema));
}

function toHtml(node: Nodes): string {
  if (node.type === 'text') return escapeHtml(node.value);
  if (node.type === 'root') return node.children.map(toHtml).join('');
  if (node.type !== 'element') return '';
  // A note stands below a heading of the third level.
  const name = node.tagName.replace(/^h[1-6]$/, (heading) => `h${Math.min(6, Number(heading.slice(1)) + 3)}`);
  const { href } = node.properties;
  const attributes = typeof href === 'string' ? ` href="${escapeHtml(href)}" rel="noreferrer"` : '';
  if (voidElements.has(name)) return `<${name}>`;
  return `<${name}${attributes}>${node.children.map(toHtml).join('')}</${name}>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

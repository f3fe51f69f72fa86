import type { Element, Nodes, Root } from 'hast';
import { longestLocator } from '../../../../anchoring/index.ts';
import { type EditorElement, type EditorState, isSafeLink } from '../../../../contract/index.ts';
import { isLayout, rowsOf } from '../html/tables.ts';
import { createLine, type Style } from './line.ts';
import { at, formats, type HeadingTag, heading, type ListDraft, list, paragraph, quote, state } from './nodes.ts';

/** Deeper lists are drawn in to this depth: an editor state may be no deeper than the contract's bound. */
const deepestList = 20;

/** What a line of text becomes where it ends: a block of that kind, an item of that list, a part of a table's row. */
type Holder = 'paragraph' | 'quote' | HeadingTag | ListDraft | 'cell';

interface Place extends Style {
  holder: Holder;
  /** Lists around it. */
  depth: number;
}

const formatOf: Record<string, number> = {
  b: formats.bold,
  strong: formats.bold,
  i: formats.italic,
  em: formats.italic,
  cite: formats.italic,
  dfn: formats.italic,
  var: formats.italic,
  u: formats.underline,
  ins: formats.underline,
  s: formats.strikethrough,
  strike: formats.strikethrough,
  del: formats.strikethrough,
  code: formats.code,
  kbd: formats.code,
  samp: formats.code,
  tt: formats.code,
  sub: formats.subscript,
  sup: formats.superscript,
};

const headingTags: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const inlineTags: ReadonlySet<string> = new Set([...Object.keys(formatOf), 'a', 'q', 'br', 'input']);

/**
 * The one way from any imported text to an editor state. Expects a sanitised tree, of bounded depth. Relative links
 * are resolved against `base`, or dropped, their text kept.
 */
export function toEditorState(tree: Root, base: string | null): EditorState {
  const blocks: (EditorElement | ListDraft)[] = [];
  /** Where in the original the next block stands; null where that is where the one before it stands. */
  let begun: string | null = null;
  const line = createLine();

  /** Ends a line: in a block that holds several lines it becomes a line break, else a block of its own. */
  const endLine = (place: Place) => {
    const { holder } = place;
    if (holder === 'cell') line.add(' ', place);
    else if (!isSolid(holder)) flush(holder);
    else if (!line.isEmpty() && !line.endsInBreak()) line.break();
  };
  const flush = (holder: Exclude<Holder, 'cell'>) => {
    const empty = line.isEmpty();
    const children = line.take();
    if (empty) return;
    const locator = begun;
    begun = null;
    if (typeof holder === 'object') holder.items.push({ children, locator });
    else if (holder === 'paragraph') blocks.push(at(locator, paragraph(children)));
    else if (holder === 'quote') blocks.push(at(locator, quote(children)));
    else blocks.push(at(locator, heading(holder, children)));
  };

  const visitAll = (nodes: readonly Nodes[], place: Place) => {
    for (const node of nodes) visit(node, place);
  };
  const visit = (node: Nodes, place: Place) => {
    if (node.type === 'text') visitText(node.value, place);
    else if (node.type === 'element') visitElement(node, place);
  };
  const visitText = (value: string, place: Place) => {
    // Blank lines part what is long and verbatim: a letter or a log on a page, a program.
    const mayPart = place.verbatim && value.includes('\n') && !isSolid(place.holder);
    const parts = mayPart ? value.split(/\n[ \t]*(?=\n)\n+/) : [value];
    parts.forEach((part, index) => {
      if (index > 0) endLine(place);
      line.add(part, place);
    });
  };
  const visitElement = (node: Element, place: Place) => {
    const { tagName, children, properties } = node;
    if (inlineTags.has(tagName)) return visitInline(node, place);
    endLine(place);
    if (typeof properties.dataLocator === 'string') begun = properties.dataLocator.slice(0, longestLocator);
    if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu') visitList(node, place);
    else if (tagName === 'table') visitTable(node, place);
    else visitAll(children, within(node, place));
    if (isHeadingTag(tagName) && !isSolid(place.holder)) flush(tagName);
    else endLine(within(node, place));
  };

  const visitInline = (node: Element, place: Place) => {
    const { tagName, children, properties } = node;
    if (tagName === 'br') {
      // Two in a row stand for the end of a paragraph on old pages.
      if (place.holder === 'cell' || (line.endsInBreak() && !isSolid(place.holder))) endLine(place);
      else line.break();
    } else if (tagName === 'input') {
      line.add(properties.checked === undefined || properties.checked === false ? '☐ ' : '☑ ', place);
    } else if (tagName === 'q') {
      line.add('“', place);
      visitAll(children, place);
      line.add('”', place);
    } else if (tagName === 'a') {
      visitAll(children, { ...place, url: linkAddress(properties.href, base) ?? place.url });
    } else {
      const bit = tagName === 'b' && properties.style !== undefined ? 0 : (formatOf[tagName] ?? 0);
      visitAll(children, { ...place, format: place.format | bit });
    }
  };

  const visitList = (node: Element, place: Place) => {
    const around = place.holder;
    if (typeof around === 'object') flush(around);
    else if (isSolid(around)) return visitAll(node.children, place);
    const draft = typeof around === 'object' ? openList(node, around.items, place.depth) : openList(node, blocks, place.depth);
    const inside: Place = { ...place, holder: draft ?? around, depth: place.depth + 1 };
    for (const child of node.children) {
      visit(child.type === 'element' && child.tagName === 'li' ? { ...child, tagName: 'div' } : child, inside);
      if (typeof inside.holder === 'object') flush(inside.holder);
    }
  };

  const visitTable = (node: Element, place: Place) => {
    if (isLayout(node)) return visitAll(node.children, place);
    for (const cells of rowsOf(node)) {
      cells.forEach((cell, index) => {
        if (index > 0) line.add(' | ', place);
        visitAll(cell.children, { ...place, holder: 'cell' });
      });
      endLine(place);
    }
  };

  const top: Place = { holder: 'paragraph', depth: 0, format: 0, url: null, verbatim: false };
  visitAll(tree.children, top);
  flush('paragraph');
  return state(blocks.map((block) => (isDraft(block) ? list(block) : block)));
}

/** A heading, a list's item and a table's cell are one piece, whatever stands in them. */
function isSolid(holder: Holder): holder is HeadingTag | ListDraft | 'cell' {
  return holder !== 'paragraph' && holder !== 'quote';
}

function within({ tagName, properties }: Element, place: Place): Place {
  if (tagName === 'pre') return { ...place, verbatim: true, format: place.format | formats.code };
  if (properties.dataVerbatim === true) return { ...place, verbatim: true };
  if (isSolid(place.holder)) return place;
  if (tagName === 'blockquote') return { ...place, holder: 'quote' };
  return isHeadingTag(tagName) ? { ...place, holder: tagName } : place;
}

function isHeadingTag(tagName: string): tagName is HeadingTag {
  return headingTags.has(tagName);
}

/**
 * The draft a list's items go to: a new one, or the one just before it when that is of the same kind, for the editor
 * merges such neighbours. Null where it is too deep; then its items join the list around it.
 */
function openList<T>(node: Element, siblings: (T | ListDraft)[], depth: number): ListDraft | null {
  if (depth >= deepestList) return null;
  const type = node.tagName === 'ol' ? 'number' : 'bullet';
  const last = siblings.at(-1);
  if (isDraft(last) && last.type === type) return last;
  const { start } = node.properties;
  const draft: ListDraft = { type, start: typeof start === 'number' && start > 0 ? start : 1, items: [] };
  siblings.push(draft);
  return draft;
}

function isDraft(value: unknown): value is ListDraft {
  return typeof value === 'object' && value !== null && 'items' in value;
}

/** The address a link may keep, without the control characters and spaces that browsers too leave out. */
function linkAddress(href: unknown, base: string | null): string | null {
  if (typeof href !== 'string') return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what hides a scheme.
  const address = href.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  if (isSafeLink(address)) return address;
  if (base === null || !URL.canParse(address, base)) return null;
  const resolved = new URL(address, base).href;
  return isSafeLink(resolved) ? resolved : null;
}

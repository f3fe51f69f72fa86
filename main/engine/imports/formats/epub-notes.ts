import type { Element, ElementContent, Nodes } from 'hast';
import { attribute, elementsIn, prune } from '../html/hast.ts';
import { type Chapter, typesOf } from './epub-chapter.ts';
import { isLinkWithin } from './epub-links.ts';
import { resolveIn } from './epub-paths.ts';

const noteTypes: ReadonlySet<string> = new Set(['footnote', 'rearnote', 'endnote', 'note']);

/**
 * The book's notes as items of a list, in the order they are referred to, taken out of where they stand; the references
 * to them become [n]. Notes that the book does not mark as such stay where they are.
 */
export function gatherNotes(chapters: Chapter[]): Element[] {
  const marked = new Map<string, Element>();
  for (const { path, body } of chapters) {
    for (const note of notesIn(body)) marked.set(`${path}#${attribute(note, 'id')}`, note);
  }
  if (marked.size === 0) return [];
  const numbers = new Map<Element, number>();
  for (const { path, body } of chapters) {
    for (const element of elementsIn(body)) {
      const target = element.tagName === 'a' && typesOf(element).includes('noteref') ? resolveIn(path, attribute(element, 'href')) : null;
      const note = target === null ? undefined : marked.get(`${target.path}#${target.fragment}`);
      if (note === undefined) continue;
      const number = numbers.get(note) ?? numbers.size + 1;
      numbers.set(note, number);
      element.children = [{ type: 'element', tagName: 'sup', properties: {}, children: [{ type: 'text', value: `[${number}]` }] }];
    }
  }
  const items = [...numbers.keys()].map((note) => item(withoutBacklinks(note)));
  for (const chapter of chapters) {
    const { children } = prune({ type: 'root', children: chapter.body.children }, (element) => numbers.has(element));
    chapter.body = { ...chapter.body, children: children.filter((child) => child.type !== 'doctype') };
  }
  return items;
}

/** The notes below an element; one within another is a part of it. */
function notesIn(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const isNote = attribute(child, 'id') !== '' && typesOf(child).some((type) => noteTypes.has(type));
    return isNote ? [child] : notesIn(child);
  });
}

/** A note's content without its number and the way back to the text, an arrow or that number. */
function withoutBacklinks({ children }: Element): ElementContent[] {
  const { children: kept } = prune({ type: 'root', children }, (element) => isWayBack(element) || isLabel(element));
  return kept.filter((child) => child.type !== 'doctype');
}

function isWayBack(element: Element): boolean {
  return isLinkWithin(element) && (typesOf(element).includes('backlink') || wayBack.test(shortTextOf(element)));
}

/** `[`, the number that leads back, and `]`. */
function isLabel(element: Element): boolean {
  return /^[[(]\d+[\])]$/.test(shortTextOf(element)) && element.children.some((part) => part.type === 'element' && isWayBack(part));
}

/** The text of an element that has little in it; nothing of one that has more. */
function shortTextOf(element: Element): string {
  const open: Nodes[] = [element];
  let text = '';
  for (let nodes = 0; open.length > 0; nodes += 1) {
    const node = open.pop();
    if (nodes > mostNodes || text.length > mostNodes) return '';
    if (node?.type === 'text') text += node.value;
    else if (node?.type === 'element') open.push(...node.children.slice(0, mostNodes).toReversed());
  }
  return text.trim();
}

const mostNodes = 20;

const wayBack = /^[[(]?(\d+|[*†‡]+|[ivxlc]+)[\])]?\.?$|^([↩↑⤴←^]\ufe0e?)+$/u;

function item(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'li', properties: {}, children };
}

import type { Element, Nodes } from 'hast';
import { attribute, elementsIn, prune } from '../html/hast.ts';

/** A page of contents, or an index, has more links than a list of related chapters, and little text beside them. */
const fewestLinks = 5;
const contentsShare = 0.7;

/** A chapter's body without lists of links to the book's own places, where it holds little else. */
export function withoutContents(body: Element): Element {
  const lists = new Set<Element>();
  const { letters, contents } = weigh(body, false, lists);
  if (contents === 0 || contents < letters * contentsShare) return body;
  const kept = prune({ type: 'root', children: body.children }, (element) => lists.has(element)).children;
  return { ...body, children: kept.filter((child) => child.type !== 'doctype') };
}

/** Drops the links to other places in the book, their text kept: nothing in a notebook answers to them. */
export function dropLinksWithin(elements: readonly Element[]): void {
  for (const root of elements) {
    for (const element of elementsIn(root)) if (isLinkWithin(element)) delete element.properties.href;
  }
}

interface Weight {
  letters: number;
  /** Of those, in links within the book. */
  linked: number;
  links: number;
  /** Of those, in lists that are contents. */
  contents: number;
}

/** Weighs a node's text, and notes the lists in it that are contents. */
function weigh(node: Nodes, isLinked: boolean, lists: Set<Element>): Weight {
  const sum: Weight = { letters: 0, linked: 0, links: 0, contents: 0 };
  if (node.type === 'text') {
    sum.letters = node.value.replace(/\s+/g, '').length;
    sum.linked = isLinked ? sum.letters : 0;
  }
  if (!('children' in node)) return sum;
  const isLink = node.type === 'element' && isLinkWithin(node);
  if (isLink) sum.links = 1;
  for (const child of node.children) {
    const weight = weigh(child, isLinked || isLink, lists);
    sum.letters += weight.letters;
    sum.linked += weight.linked;
    sum.links += weight.links;
    sum.contents += weight.contents;
  }
  const isList = node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
  if (isList && sum.links >= fewestLinks && sum.linked >= sum.letters * contentsShare) {
    lists.add(node);
    sum.contents = sum.letters;
  }
  return sum;
}

/** A link to another place in the book. */
export function isLinkWithin(element: Element): boolean {
  return element.tagName === 'a' && !/^[a-z][a-z\d+.-]*:/i.test(attribute(element, 'href'));
}

import type { Element, ElementContent, Root } from 'hast';
import { attribute, elementsIn, prune, textOf } from './hast.ts';

/**
 * A text that LibreOffice saved as a page, as its other formats hold it: without the running head and foot, which it
 * writes once before and behind the text, and with its notes as a list to which [1] leads. Other pages stay as they are.
 */
export function withoutWriterPage(tree: Root): Root {
  const body = [...elementsIn(tree)].find(({ tagName }) => tagName === 'body');
  if (body === undefined || !body.children.some((child) => isNote(child) || isRunning(child))) return tree;
  const notes = body.children.filter(isNote);
  const places = new Map(notes.map((note, index) => [`#${attribute(note, 'id')}sym`, index + 1]));
  for (const element of elementsIn(body)) if (isReference(element)) bracket(element, places.get(attribute(element, 'href')));
  const text = body.children.filter((child) => !isNote(child) && !isRunning(child));
  const list: Element = { type: 'element', tagName: 'ol', properties: {}, children: notes.map(itemOf) };
  return { type: 'root', children: [{ ...body, children: [...text, ...(notes.length === 0 ? [] : [list])] }] };
}

function isRunning(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'div' && /^(header|footer)$/.test(attribute(node, 'title'));
}

function isNote(node: ElementContent): node is Element {
  return node.type === 'element' && /^sd(foot|end)note\d+$/.test(attribute(node, 'id'));
}

function isReference(element: Element): boolean {
  return /^sd(foot|end)noteanc$/.test(attribute(element, 'className'));
}

/** A note without its number, which leads back to the text. */
function itemOf(note: Element): Element {
  const { children } = prune({ type: 'root', children: note.children }, (element) =>
    /^sd(foot|end)notesym$/.test(attribute(element, 'className')),
  );
  return { ...note, tagName: 'li', children: children.filter((child) => child.type !== 'doctype') };
}

/** The way to a note, which is an item of a list now, and no place on the page. */
function bracket(reference: Element, place: number | undefined): void {
  const value = `[${place ?? textOf(reference)}]`;
  reference.properties = {};
  reference.children = [{ type: 'element', tagName: 'sup', properties: {}, children: [{ type: 'text', value }] }];
}

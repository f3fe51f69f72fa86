import type { Element, Root } from 'hast';
import { decodeXml } from '../containers/xml.ts';
import { attribute, elementsIn, prune, textOf } from '../html/hast.ts';
import { parsePage } from '../html/parse-html.ts';
import { normaliseText } from '../normalise.ts';
import { withoutContents } from './epub-links.ts';

export interface Chapter {
  /** Its file's path in the archive. */
  path: string;
  body: Element;
}

export function readChapter(path: string, bytes: Uint8Array): Chapter {
  const [body] = [...elementsIn(prune(readXhtml(bytes), isFurniture))].filter(({ tagName }) => tagName === 'body');
  return { path, body: withoutContents(body ?? { type: 'element', tagName: 'body', properties: {}, children: [] }) };
}

/** A page of the book, read as HTML, for many are not well-formed. */
export function readXhtml(bytes: Uint8Array): Root {
  return parsePage(expandTags(normaliseText(decodeXml(bytes)))).tree;
}

/** A chapter that begins with its title as the table of contents has it, where it has no heading of its own. */
export function withHeading(chapter: Chapter, label: string): Chapter {
  const { body } = chapter;
  const elements = [...elementsIn(body)];
  if (label === '' || elements.some(({ tagName }) => /^h[1-6]$/.test(tagName)) || textOf(body) === '') return chapter;
  // Titles that are only made to look like one.
  const shown = elements.slice(0, mostBeforeTitle).find((element) => /^(p|div)$/.test(element.tagName) && sameText(textOf(element), label));
  if (shown !== undefined) {
    shown.tagName = 'h2';
    return chapter;
  }
  const heading: Element = { type: 'element', tagName: 'h2', properties: {}, children: [{ type: 'text', value: label }] };
  return { ...chapter, body: { ...body, children: [heading, ...body.children] } };
}

/** Elements among which a title is looked for. */
const mostBeforeTitle = 30;

/** The kinds that an element says it is of, as books mark notes and contents. */
export function typesOf(element: Element): string[] {
  return `${attribute(element, 'epub:type')} ${attribute(element, 'role').replaceAll('doc-', '')}`.split(/\s+/);
}

const furniture: ReadonlySet<string> = new Set(['toc', 'page-list', 'landmarks', 'pagebreak', 'navigation', 'contentinfo', 'search']);

function isFurniture(element: Element): boolean {
  return element.tagName === 'nav' || typesOf(element).some((type) => furniture.has(type));
}

function sameText(left: string, right: string): boolean {
  return left.localeCompare(right, undefined, { sensitivity: 'base' }) === 0;
}

const emptyTags: ReadonlySet<string> = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'],
]);

/** XHTML may close any element in its own tag, `<a id="p1"/>`; read as HTML, it would go on to the end of the chapter. */
function expandTags(source: string): string {
  return source.replace(/<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, (tag, name: string, rest: string) =>
    emptyTags.has(name.toLowerCase()) || name.includes(':') ? tag : `<${name}${rest}></${name}>`,
  );
}

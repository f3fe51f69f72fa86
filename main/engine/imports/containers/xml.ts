import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ArmillaryError } from '../../../../contract/index.ts';
import { deepest, tooDeep } from '../html/depth.ts';

/** An element's name is `prefix:local` by the reader's own prefixes, whatever prefix the file uses; `?:` for other namespaces. */
export interface XmlElement {
  name: string;
  /** By `prefix:local`, those in no namespace by their local name; those of other namespaces are left out. */
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/** Namespace addresses to the prefixes by which the reader calls them; '' for none. */
export type Prefixes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** What a thousand-page book has, three times over. */
const mostElements = 3_000_000;
/** UTF-16 code units given to the parser at once; it copies what it has not yet used. */
const chunkLength = 65_536;

/**
 * Reads XML from its beginning to its end. Nothing but XML's own five entities and character references is resolved; a
 * document that declares entities of its own is refused, and of a DTD nothing is read or fetched.
 */
export function streamXml(bytes: Uint8Array, prefixes: Prefixes, handler: XmlHandler): void {
  const source = decodeXml(bytes);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const nameOf = (uri: string, local: string) => {
    const prefix = uri === '' ? '' : (prefixes[uri] ?? '?');
    return prefix === '' ? local : `${prefix}:${local}`;
  };
  let depth = 0;
  let elements = 0;
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) throw refusal('It declares XML entities of its own, which can hide other files or grow without end.');
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    depth += 1;
    elements += 1;
    if (depth > deepest) throw tooDeep();
    if (elements > mostElements) throw refusal(`It has more than ${mostElements.toLocaleString('en')} XML elements.`);
    const attributes: Record<string, string> = Object.create(null);
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      if (uri === '' || uri in prefixes) attributes[nameOf(uri, local)] = value;
    }
    handler.open(nameOf(tag.uri, tag.local), attributes);
  });
  parser.on('closetag', (tag: SaxesTagNS) => {
    depth -= 1;
    handler.close(nameOf(tag.uri, tag.local));
  });
  parser.on('text', handler.text);
  parser.on('cdata', handler.text);
  parser.on('error', (error) => {
    throw new ArmillaryError(
      'invalid',
      'The XML in it breaks off or is not well-formed, so it is cut short or damaged. Nothing of it was imported. Get the file again from where it came from.',
      error.message,
    );
  });
  for (let start = 0; start < source.length; start += chunkLength) parser.write(source.slice(start, start + chunkLength));
  parser.close();
}

/** Reads XML as a tree: for small parts. */
export function readXml(bytes: Uint8Array, prefixes: Prefixes): XmlElement {
  let root: XmlElement = { name: '', attributes: {}, children: [] };
  readChildren(bytes, prefixes, [''], (element) => {
    root = element;
  });
  return root;
}

/**
 * Hands over the children of each element named in `parents` one by one as trees, so that only one is in memory at a
 * time. The parent of the whole is named ''.
 */
export function readChildren(
  bytes: Uint8Array,
  prefixes: Prefixes,
  parents: readonly string[],
  take: (child: XmlElement, parent: string) => void,
): void {
  const above: string[] = [''];
  const open: XmlElement[] = [];
  streamXml(bytes, prefixes, {
    open(name, attributes) {
      const parent = open.at(-1);
      if (parent === undefined && !parents.includes(above.at(-1) ?? '')) {
        above.push(name);
        return;
      }
      const element: XmlElement = { name, attributes, children: [] };
      parent?.children.push(element);
      open.push(element);
    },
    close() {
      const closed = open.pop();
      if (closed === undefined) above.pop();
      else if (open.length === 0) take(closed, above.at(-1) ?? '');
    },
    text(text) {
      open.at(-1)?.children.push(text);
    },
  });
}

/** The elements among an element's children, of one name where that is given. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const elements = element?.children.filter((child) => typeof child !== 'string') ?? [];
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

/** The element at the end of a path of names, the first of each. */
export function childAt(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce((parent, name) => childrenOf(parent, name)[0], element);
}

/** All elements of a name below an element, in document order. */
export function descendantsOf(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...descendantsOf(child, name)]);
}

/** The text in an element on one line. */
export function xmlTextOf(element: XmlElement | undefined): string {
  return rawTextOf(element).replace(/\s+/g, ' ').trim();
}

function rawTextOf(element: XmlElement | undefined): string {
  return element?.children.map((child) => (typeof child === 'string' ? child : rawTextOf(child))).join('') ?? '';
}

/** The text of an XML file, which is UTF-8 where neither a byte order mark nor its first line says otherwise. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 256));
  const declared = /^[^<]{0,3}<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1];
  try {
    return new TextDecoder(marked ?? declared ?? 'utf-8').decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw refusal(`It says that it is in an encoding that is not known, “${declared}”.`);
    throw error;
  }
}

function refusal(why: string): ArmillaryError {
  return new ArmillaryError(
    'invalid',
    `${why} Nothing of it was imported. Open it in the program it was made with, save it anew and import that.`,
  );
}

import type { Element, Root } from 'hast';
import { ArmillaryError } from '../../../../contract/index.ts';
import type { Claims } from '../claims.ts';
import { childAt, childrenOf, descendantsOf, readXml, type XmlElement, xmlTextOf } from '../containers/xml.ts';
import { readDate } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { type Chapter, readChapter, withHeading } from './epub-chapter.ts';
import { readContentsPage, readNcx } from './epub-contents.ts';
import { dropLinksWithin } from './epub-links.ts';
import { gatherNotes } from './epub-notes.ts';
import { epubPrefixes, resolveIn } from './epub-paths.ts';
import { notOfKind, openPackage, type Package } from './package.ts';

const kind = 'an e-book (.epub)';

/** All chapters together, unpacked; more would keep the notebook waiting for minutes. Bytes. */
const biggest = 32_000_000;

/** One of the book's files, as its package document lists them. */
interface Item {
  path: string;
  /** Whether it is the book's table of contents, of EPUB 3 or of EPUB 2. */
  contents: 'page' | 'ncx' | null;
}

/**
 * Reads an e-book: its chapters in their order, with the notes at the end, and what it says of itself. Throws an
 * `ArmillaryError` where it is locked by its seller, or damaged.
 */
export async function readEpub(bytes: Uint8Array): Promise<Draft> {
  const parts = await openPackage(bytes, kind);
  const container = await readPart(parts, 'META-INF/container.xml');
  const path = container === null ? undefined : descendantsOf(container, 'c:rootfile')[0]?.attributes['full-path'];
  const book = path === undefined ? null : await readPart(parts, path);
  if (path === undefined || book === null) throw notOfKind(null, kind);
  await checkLocks(parts);

  const items = itemsIn(book, path);
  const labels = await labelsIn(parts, [...items.values()]);
  const chapters: Chapter[] = [];
  const done = new Set<string>();
  let [size, missing] = [0, 0];
  for (const { attributes } of childrenOf(childAt(book, 'opf:spine'), 'opf:itemref')) {
    const item = items.get(attributes.idref ?? '');
    if (item !== undefined && (item.contents !== null || done.has(item.path))) continue;
    const content = item === undefined ? null : await parts.part(item.path);
    if (item === undefined || content === null) {
      missing += 1;
      continue;
    }
    done.add(item.path);
    size += content.byteLength;
    if (size > biggest) throw tooBig();
    chapters.push(withHeading(readChapter(item.path, content), labels.get(item.path) ?? ''));
  }
  const notes = gatherNotes(chapters);
  dropLinksWithin([...chapters.map(({ body }) => body), ...notes]);
  return {
    tree: treeOf(chapters, notes),
    claims: claimsIn(childAt(book, 'opf:metadata')),
    base: null,
    notices:
      missing === 0 ? [] : [`${missing === 1 ? '1 chapter that it lists is' : `${missing} chapters that it lists are`} not in the file.`],
  };
}

function treeOf(chapters: readonly Chapter[], notes: readonly Element[]): Root {
  const sections = chapters.map(({ body }): Element => ({ type: 'element', tagName: 'section', properties: {}, children: body.children }));
  const list: Element = { type: 'element', tagName: 'ol', properties: {}, children: [...notes] };
  return { type: 'root', children: notes.length === 0 ? sections : [...sections, list] };
}

function itemsIn(book: XmlElement, bookPath: string): Map<string, Item> {
  return new Map(
    childrenOf(childAt(book, 'opf:manifest'), 'opf:item').map(({ attributes }) => {
      const isPage = attributes.properties?.split(/\s+/).includes('nav') ?? false;
      const isNcx = attributes['media-type'] === 'application/x-dtbncx+xml';
      const path = resolveIn(bookPath, attributes.href ?? '')?.path ?? '';
      return [attributes.id ?? '', { path, contents: isPage ? 'page' : isNcx ? 'ncx' : null }];
    }),
  );
}

/** The titles of files, by their paths. */
async function labelsIn(parts: Package, items: readonly Item[]): Promise<Map<string, string>> {
  const found = items.find(({ contents }) => contents === 'page') ?? items.find(({ contents }) => contents === 'ncx');
  const bytes = found === undefined ? null : await parts.part(found.path);
  if (found === undefined || bytes === null) return new Map();
  return found.contents === 'page' ? readContentsPage(found.path, bytes) : readNcx(found.path, bytes);
}

/** Ways to make a font useless outside of the book; they lock none of its text. */
const fontLocks: ReadonlySet<string> = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

async function checkLocks(parts: Package): Promise<void> {
  const locks = await readPart(parts, 'META-INF/encryption.xml');
  const methods = locks === null ? [] : descendantsOf(locks, 'enc:EncryptionMethod').map(({ attributes }) => attributes.Algorithm ?? '');
  if (methods.every((method) => fontLocks.has(method))) return;
  throw new ArmillaryError(
    'unsupported',
    'This book is locked by its seller (DRM): only their own program can open it. It was not imported. If you may have the text, ask the publisher for a copy without the lock.',
  );
}

function claimsIn(metadata: XmlElement | undefined): Claims {
  const said = (name: string) => childrenOf(metadata, name).filter((node) => xmlTextOf(node) !== '');
  const first = (name: string) => xmlTextOf(said(name)[0]);
  const writers = said('dc:creator').filter(({ attributes }) => (attributes['opf:role'] ?? 'aut') === 'aut');
  const dates = said('dc:date').filter(({ attributes }) => !/modification|creation|conversion/.test(attributes['opf:event'] ?? ''));
  const published = readDate(xmlTextOf(dates[0]));
  return {
    title: first('dc:title'),
    author: (writers.length > 0 ? writers : said('dc:creator')).map(xmlTextOf).join(', '),
    publisher: first('dc:publisher'),
    url: [...said('dc:source'), ...said('dc:identifier')].map(xmlTextOf).find((address) => /^https?:\/\//i.test(address)) ?? '',
    // Programs that keep books write the year 101 where they do not know one.
    published: published !== null && published >= '1000' ? published : null,
    language: first('dc:language'),
  };
}

async function readPart(parts: Package, name: string): Promise<XmlElement | null> {
  const bytes = await parts.part(name);
  return bytes === null ? null : readXml(bytes, epubPrefixes);
}

function tooBig(): ArmillaryError {
  return new ArmillaryError(
    'unsupported',
    `Its text comes to more than ${biggest / 1_000_000} MB, the most that can be read of a book. Nothing was imported. Split it, or paste the chapters you need.`,
  );
}

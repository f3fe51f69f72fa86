import type { Claims } from '../claims.ts';
import { childAt, childrenOf, type Prefixes, readChildren, readXml, type XmlElement, xmlTextOf } from '../containers/xml.ts';
import { readDate } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { createBlockReader, type DocxSurroundings } from './docx-body.ts';
import { readDocxStyles } from './docx-styles.ts';
import { type Block, toTree } from './flow.ts';
import { type Left, noticesOf } from './notices.ts';
import { notOfKind, openPackage, type Package } from './package.ts';
import { createParagraphLimit } from './paragraph-limit.ts';

const kind = 'a Word document (.docx)';

/** Both of the standard's variants, Transitional and Strict. */
const prefixes: Prefixes = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties': 'ep',
  'http://purl.oclc.org/ooxml/officeDocument/extendedProperties': 'ep',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
};

interface Relation {
  /** The last word of its type: `styles`, `hyperlink`. */
  type: string;
  target: string;
}

/**
 * Reads a Word document: its text with structure, notes and links, tracked changes as if accepted, and its properties.
 * Throws an `ArmillaryError` where it is locked, an older .doc, or damaged.
 */
export async function readDocx(bytes: Uint8Array): Promise<Draft> {
  const parts = await openPackage(bytes, kind);
  const top = await relationsOf(parts, '');
  const main = [...top.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const body = await parts.part(main);
  if (body === null) throw notOfKind(null, kind);
  const relations = await relationsOf(parts, main);
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target;
  const xmlOf = async (type: string) => readPart(parts, partOf(type));
  const styles = readDocxStyles(await xmlOf('styles'), await xmlOf('numbering'));

  const counts = new Map<Left, number>();
  const count = (what: Left) => counts.set(what, (counts.get(what) ?? 0) + 1);
  const countParagraph = createParagraphLimit();
  const notes: Block[][] = [];
  const numbers = new Map<string, number>();
  const noteBodies = {
    footnote: await readNotes(parts, partOf('footnotes'), 'w:footnotes', { styles, count, countParagraph }),
    endnote: await readNotes(parts, partOf('endnotes'), 'w:endnotes', { styles, count, countParagraph }),
  };
  const { read, rest } = createBlockReader({
    styles,
    links: linksIn(relations),
    count,
    countParagraph,
    noteAt(which, id) {
      const known = numbers.get(`${which} ${id}`);
      if (known !== undefined) return known;
      const note = noteBodies[which](id);
      if (note === null) return null;
      numbers.set(`${which} ${id}`, notes.length);
      return notes.push(note) - 1;
    },
  });
  const blocks: Block[] = [];
  let isDocument = false;
  readChildren(body, prefixes, ['w:body'], (node) => {
    isDocument = true;
    for (const block of read([node])) blocks.push(block);
  });
  if (!isDocument) throw notOfKind(null, kind);
  const [core, app] = [await readPart(parts, 'docProps/core.xml'), await readPart(parts, 'docProps/app.xml')];
  return {
    tree: toTree([...blocks, ...rest()], notes),
    claims: claimsIn(core, app, styles.language),
    base: null,
    notices: noticesOf(counts),
  };
}

/** The notes of a part, read as they are asked for. */
async function readNotes(
  parts: Package,
  name: string | undefined,
  parent: string,
  surroundings: Pick<DocxSurroundings, 'styles' | 'count' | 'countParagraph'>,
): Promise<(id: string) => Block[] | null> {
  const bytes = name === undefined ? null : await parts.part(name);
  if (name === undefined || bytes === null) return () => null;
  const nodes = new Map<string, XmlElement>();
  readChildren(bytes, prefixes, [parent], (node) => {
    // The line between text and notes is kept among the notes.
    if ((node.attributes['w:type'] ?? 'normal') === 'normal') nodes.set(node.attributes['w:id'] ?? '', node);
  });
  const links = linksIn(await relationsOf(parts, name));
  return (id) => {
    const node = nodes.get(id);
    if (node === undefined) return null;
    const { read, rest } = createBlockReader({ ...surroundings, links, noteAt: () => null });
    return [...read(childrenOf(node)), ...rest()];
  };
}

async function readPart(parts: Package, name: string | undefined): Promise<XmlElement | null> {
  const bytes = name === undefined ? null : await parts.part(name);
  return bytes === null ? null : readXml(bytes, prefixes);
}

/** What a part refers to, by the ids it uses; of the whole document where the part's name is empty. */
async function relationsOf(parts: Package, name: string): Promise<Map<string, Relation>> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const root = await readPart(parts, `${folder}_rels/${name.slice(folder.length)}.rels`);
  return new Map(
    childrenOf(root ?? undefined, 'rel:Relationship').map(({ attributes }) => {
      const target = attributes.Target ?? '';
      const isOutside = attributes.TargetMode === 'External';
      const type = attributes.Type?.split('/').at(-1) ?? '';
      return [attributes.Id ?? '', { type, target: isOutside ? target : inPackage(folder, target) }];
    }),
  );
}

/** A part's name from where it is referred to. */
function inPackage(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function linksIn(relations: ReadonlyMap<string, Relation>): Map<string, string> {
  return new Map([...relations].filter(([, { type }]) => type === 'hyperlink').map(([id, { target }]) => [id, target]));
}

function claimsIn(core: XmlElement | null, app: XmlElement | null, language: string): Claims {
  const said = (root: XmlElement | null, name: string) => xmlTextOf(childAt(root ?? undefined, name));
  return {
    title: said(core, 'dc:title'),
    author: said(core, 'dc:creator')
      .split(/\s*;\s*/)
      .join(', '),
    publisher: publisherIn(said(app, 'ep:Company')),
    url: '',
    published: readDate(said(core, 'dcterms:created')) ?? readDate(said(core, 'dcterms:modified')),
    language: said(core, 'dc:language') || language,
  };
}

/** Whom the program was sold to says nothing where it names the seller, or nobody. */
function publisherIn(company: string): string {
  return /^(microsoft|home|organization|company|hewlett|\W*$)/i.test(company) ? '' : company;
}

import { ArmillaryError } from '../../../../contract/index.ts';
import type { Claims } from '../claims.ts';
import { childAt, childrenOf, descendantsOf, type Prefixes, readChildren, readXml, type XmlElement, xmlTextOf } from '../containers/xml.ts';
import { readDate } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { type Block, toTree } from './flow.ts';
import { type Left, noticesOf } from './notices.ts';
import { createOdtReader } from './odt-body.ts';
import { readOdtStyles } from './odt-styles.ts';
import { notOfKind, openPackage, type Package, passwordProtected } from './package.ts';

const kind = 'an OpenDocument text (.odt)';

const prefixes: Prefixes = {
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0': 'svg',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:oasis:names:tc:opendocument:xmlns:meta:1.0': 'meta',
  'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'http://purl.org/dc/elements/1.1/': 'dc',
};

/**
 * Reads an OpenDocument text: its text with structure, notes and links, tracked changes as if accepted, and its
 * properties. Throws an `ArmillaryError` where it is locked, another kind of document, or damaged.
 */
export async function readOdt(bytes: Uint8Array): Promise<Draft> {
  const parts = await openPackage(bytes, kind);
  await checkKind(parts);
  const content = await parts.part('content.xml');
  if (content === null) throw notOfKind(null, kind);

  const named = childrenOf(childAt((await readPart(parts, 'styles.xml')) ?? undefined, 'office:styles'));
  const automatic: XmlElement[] = [];
  const counts = new Map<Left, number>();
  const count = (what: Left) => counts.set(what, (counts.get(what) ?? 0) + 1);
  const blocks: Block[] = [];
  const notes: Block[][] = [];
  let read: ((node: XmlElement) => Block[]) | null = null;
  readChildren(content, prefixes, ['office:automatic-styles', 'office:text'], (node, parent) => {
    if (parent === 'office:automatic-styles') {
      automatic.push(node);
      return;
    }
    // Whatever styles a text has stand before it.
    read ??= createOdtReader(readOdtStyles([...named, ...automatic]), notes, count);
    if (node.name === 'text:tracked-changes') for (const _ of childrenOf(node, 'text:changed-region')) count('change');
    for (const block of read(node)) blocks.push(block);
  });
  const meta = childAt((await readPart(parts, 'meta.xml')) ?? undefined, 'office:meta');
  return { tree: toTree(blocks, notes), claims: claimsIn(meta, readOdtStyles(named).language), base: null, notices: noticesOf(counts) };
}

function claimsIn(meta: XmlElement | undefined, language: string): Claims {
  const said = (name: string) => xmlTextOf(childAt(meta, name));
  return {
    title: said('dc:title'),
    author: said('meta:initial-creator') || said('dc:creator'),
    publisher: '',
    url: '',
    published: readDate(said('meta:creation-date')) ?? readDate(said('dc:date')),
    language: said('dc:language') || language,
  };
}

async function readPart(parts: Package, name: string): Promise<XmlElement | null> {
  const bytes = await parts.part(name);
  return bytes === null ? null : readXml(bytes, prefixes);
}

/** Each kind of document names itself in a file of its own, first in the archive. */
async function checkKind(parts: Package): Promise<void> {
  const manifest = await readPart(parts, 'META-INF/manifest.xml');
  if (manifest !== null && descendantsOf(manifest, 'manifest:encryption-data').length > 0) throw passwordProtected();
  const mimetype = new TextDecoder().decode((await parts.part('mimetype')) ?? new Uint8Array()).trim();
  const other = /^application\/vnd\.oasis\.opendocument\.(?!text)([a-z-]+)/.exec(mimetype)?.[1];
  if (other !== undefined) {
    throw new ArmillaryError(
      'unsupported',
      `This is an OpenDocument ${other}, not a text, whatever its name says. It was not imported: save its text as .odt, or paste the part you need.`,
    );
  }
}

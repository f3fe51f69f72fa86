import {
  ArmillaryError,
  type BibliographyItem,
  type BibliographyReport,
  type DocumentSummary,
  type Source,
} from '../../../../contract/index.ts';
import { createDocument, unknownSource } from '../../documents/create.ts';
import { emptyState } from '../../documents/empty-state.ts';
import { listDocuments } from '../../documents/summaries.ts';
import { updateDocument } from '../../documents/update.ts';
import { runReading } from '../../jobs/run.ts';
import type { Change, Context } from '../../kernel/context.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import { bibliographyMediaTypes } from './kind.ts';
import { type Known, Matcher } from './match.ts';
import type { ReferencesFile } from './read.ts';
import type { Entry, Reference } from './reference.ts';

interface BibliographyFile extends ReferencesFile {
  /** Says what it would do, and changes nothing. */
  preview?: boolean;
}

/**
 * Takes in the references of a RIS, BibTeX or CSL-JSON file: one that is about a document of the library fills in what is
 * empty of its source, any other makes a document without text. All of it is one step.
 */
export async function importBibliography(
  context: Context,
  { name, bytes, preview = false }: BibliographyFile,
): Promise<BibliographyReport> {
  const { kind, entries } = await runReading(context, 'readReferences', bytes.byteLength, { name, bytes });
  if (entries.length === 0) throw new ArmillaryError('invalid', 'There are no references in this file. Nothing was imported.');
  const original = { name, mediaType: bibliographyMediaTypes[kind], sha256: sha256Of(bytes), bytes };
  const plans = planAll(listDocuments(context.db, { bin: false }), entries);
  if (preview || plans.every(({ deed }) => deed === null)) return { items: plans.map(({ item }) => item), step: null };
  const { value: items, step } = context.step('Import references', (change) => {
    const made: (string | null)[] = [];
    return plans.map(({ item, deed, twin }): BibliographyItem => {
      const documentId = deed === null ? item.documentId : carryOut(context, change, deed, original);
      made.push(documentId);
      return { ...item, documentId: documentId ?? (twin === null ? null : (made[twin] ?? null)) };
    });
  });
  return { items, step };
}

type Deed = { kind: 'make'; reference: Reference } | { kind: 'fill'; documentId: string; language?: string; source: Partial<Source> };

interface Plan {
  item: BibliographyItem;
  /** Null: nothing is to be done. */
  deed: Deed | null;
  /** The entry of the same file that makes the document; null where another is, or none. */
  twin: number | null;
}

interface Candidate extends Known {
  documentId: string | null;
  source: Source;
  language: string;
  entry: number | null;
}

function planAll(documents: readonly DocumentSummary[], entries: readonly Entry[]): Plan[] {
  const matcher = new Matcher<Candidate>();
  for (const { id, title, source, language } of documents) matcher.add({ documentId: id, title, source, language, entry: null });
  return entries.map((entry, index): Plan => {
    if ('problem' in entry)
      return { item: { ...nothingDone, key: entry.key, outcome: 'failed', message: entry.problem }, deed: null, twin: null };
    const { reference } = entry;
    const item = { ...nothingDone, key: reference.key, title: reference.title };
    const found = matcher.find(reference);
    if (found === null) {
      matcher.add({ documentId: null, title: reference.title, source: sourceOf(reference), language: reference.language, entry: index });
      return { item: { ...item, outcome: 'made' }, deed: { kind: 'make', reference }, twin: null };
    }
    const { documentId } = found;
    if (documentId === null) {
      return { item: { ...item, message: 'It stands in this file already.' }, deed: null, twin: found.entry };
    }
    const filled = fillIn(found, reference);
    const fields = [...Object.keys(filled.source), ...('language' in filled ? ['language'] : [])];
    if (fields.length === 0) return { item: { ...item, documentId }, deed: null, twin: null };
    Object.assign(found, { source: { ...found.source, ...filled.source } }, 'language' in filled ? { language: filled.language } : {});
    return { item: { ...item, documentId, fields, outcome: 'filled' }, deed: { kind: 'fill', documentId, ...filled }, twin: null };
  });
}

const nothingDone: BibliographyItem = { key: '', title: '', outcome: 'unchanged', documentId: null, fields: [], message: '' };

/** What the reference knows and the document does not. */
function fillIn({ source, language }: Candidate, reference: Reference): { source: Partial<Source>; language?: string } {
  const known = sourceOf(reference);
  const filled = {
    ...(source.author === '' && known.author !== '' ? { author: known.author } : {}),
    ...(source.publisher === '' && known.publisher !== '' ? { publisher: known.publisher } : {}),
    ...(source.url === '' && known.url !== '' ? { url: known.url } : {}),
    ...(source.published === null && known.published !== null ? { published: known.published } : {}),
    ...(source.accessed === null && known.accessed !== null ? { accessed: known.accessed } : {}),
  };
  return { source: filled, ...(language === 'und' && reference.language !== 'und' ? { language: reference.language } : {}) };
}

function sourceOf({ author, publisher, url, published, accessed }: Reference): Source {
  return { ...unknownSource, author, publisher, url, published, accessed };
}

type Original = { name: string; mediaType: string; sha256: string; bytes: Uint8Array };

/** The bibliography is kept as the document's original, so that what has no place in a source, a volume say, is not lost. */
function carryOut(context: Context, change: Change, deed: Deed, original: Original): string {
  if (deed.kind === 'fill') {
    const { documentId, language, source } = deed;
    updateDocument(context, { documentId, source, ...(language === undefined ? {} : { language }) });
    return documentId;
  }
  const { title, language, key } = deed.reference;
  const made = { title, language, state: emptyState(), source: sourceOf(deed.reference), original: { ...original, part: key } };
  return createDocument(context, change, made);
}

import { countWords } from '../../../anchoring/index.ts';
import type { Parsed, Result, Source } from '../../../contract/index.ts';
import type { Change, Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { noDocument, storedDocument } from './stored.ts';
import { summaryOf } from './summaries.ts';

const setTitle = statement<[string, string]>('UPDATE documents SET title = ? WHERE id = ?');
const setLanguage = statement<[string, number, string]>('UPDATE documents SET language = ?, words = ? WHERE id = ?');
const setSource = statement<[Source & { documentId: string }]>(`
  UPDATE sources SET author = @author, publisher = @publisher, url = @url, published = @published, accessed = @accessed,
    reliability = @reliability, credibility = @credibility
  WHERE document_id = @documentId`);
const touch = statement<[string, string]>('UPDATE documents SET updated_at = ? WHERE id = ?');

/** Changes what is known of a document; its text and so its revision stay. */
export function updateDocument(context: Context, { documentId, title, language, source }: Parsed<'documents.update'>) {
  const { db } = context;
  const { value: document, step } = context.step('Change document details', (change) => {
    const stored = storedDocument(db, documentId);
    if (title !== undefined) setTitle(db).run(title, documentId);
    if (language !== undefined) setLanguage(db).run(language, countWords(stored.text, language), documentId);
    if (source !== undefined) setSource(db).run({ ...withPatch(summaryOf(db, documentId).source, source), documentId });
    touch(db).run(context.now(), documentId);
    change.changed('documents', stored);
    return summaryOf(db, documentId);
  });
  return { document, step };
}

/** Changes what is known of several documents at once. */
export function updateDocuments(context: Context, { documentIds, language, source }: Parsed<'documents.updateAll'>) {
  const { step } = context.step(`Change the details of ${documentIds.length} documents`, () => {
    for (const documentId of documentIds) {
      updateDocument(context, { documentId, ...(language !== undefined && { language }), ...(source !== undefined && { source }) });
    }
  });
  return { step };
}

function withPatch(source: Source, patch: NonNullable<Parsed<'documents.update'>['source']>): Source {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...source, ...Object.fromEntries(given) };
}

const lookUp = statement<[string], { deletedAt: string | null; revision: number }>(
  'SELECT deleted_at AS deletedAt, revision FROM documents WHERE id = ?',
);
const setDeleted = statement<[string | null, string]>('UPDATE documents SET deleted_at = ? WHERE id = ?');

/** To the bin. One that lies there keeps its date. */
export function removeDocuments(context: Context, { documentIds }: Parsed<'documents.remove'>): Result<'documents.remove'> {
  const label = documentIds.length === 1 ? 'Move document to bin' : 'Move documents to bin';
  const { step } = context.step(label, (change) => moveToBin(context, change, documentIds));
  return { step };
}

/** As `removeDocuments`, in a transaction of the caller's. */
export function moveToBin(context: Context, change: Change, documentIds: readonly string[]): void {
  moveAll(context, documentIds, change, (was) => was ?? context.now());
}

/** Back from the bin. */
export function restoreDocuments(context: Context, { documentIds }: Parsed<'documents.restore'>): Result<'documents.restore'> {
  const label = documentIds.length === 1 ? 'Restore document' : 'Restore documents';
  const { step } = context.step(label, (change) => moveAll(context, documentIds, change, () => null));
  return { step };
}

function moveAll({ db }: Context, documentIds: readonly string[], change: Change, to: (was: string | null) => string | null): void {
  for (const id of documentIds) {
    const was = lookUp(db).get(id);
    if (was === undefined) throw noDocument(id);
    setDeleted(db).run(to(was.deletedAt), id);
    change.changed('documents', { id, revision: was.revision });
  }
  change.changed('passages');
  change.changed('similar');
}

import type { Database } from 'better-sqlite3';
import type { DocumentOnWire, DocumentSummary, Parsed, Source } from '../../../contract/index.ts';
import { statement } from '../kernel/statement.ts';
import { originalInfo, originalRowOf } from './originals.ts';
import { noDocument, storedState } from './stored.ts';

type SummaryRow = Omit<DocumentSummary, 'hasNote' | 'source'> & Source & { hasNote: number };

const summary = `
  SELECT d.id, d.title, d.language, d.words, d.revision,
    d.created_at AS createdAt, d.updated_at AS updatedAt, d.deleted_at AS deletedAt,
    (SELECT count(*) FROM passages p WHERE p.document_id = d.id) AS passages,
    (SELECT count(*) FROM passages p WHERE p.document_id = d.id AND p.state = 'detached') AS detached,
    EXISTS (SELECT 1 FROM notes n WHERE n.document_id = d.id) AS hasNote,
    s.author, s.publisher, s.url, s.published, s.accessed, s.reliability, s.credibility
  FROM documents d JOIN sources s ON s.document_id = d.id`;

const inLibrary = statement<[], SummaryRow>(`${summary} WHERE d.deleted_at IS NULL ORDER BY d.created_at, d.id`);
const inCollection = statement<[string], SummaryRow>(`
  WITH RECURSIVE wanted (id) AS (SELECT ? UNION SELECT c.id FROM collections c JOIN wanted w ON c.parent_id = w.id)
  ${summary} WHERE d.deleted_at IS NULL AND d.id IN (SELECT document_id FROM collected WHERE collection_id IN (SELECT id FROM wanted))
  ORDER BY d.created_at, d.id`);
const inBin = statement<[], SummaryRow>(`${summary} WHERE d.deleted_at IS NOT NULL ORDER BY d.deleted_at DESC, d.id`);
/** Ids are in the order in which documents came. */
const part = statement<[{ bin: number; before: string; limit: number }], SummaryRow>(`
  ${summary} WHERE (d.deleted_at IS NOT NULL) = @bin AND d.id < @before ORDER BY d.id DESC LIMIT @limit`);
/** Greater than every id. */
const afterAll = '~';
const one = statement<[string], SummaryRow>(`${summary} WHERE d.id = ?`);

/** The library in the order its documents came, or the bin with what was put there last on top. */
export function listDocuments(
  db: Database,
  { bin, documentIds, collectionId, limit, before }: Parsed<'documents.list'>,
): DocumentSummary[] {
  if (limit !== undefined) {
    const last = part(db).all({ bin: Number(bin), before: before ?? afterAll, limit });
    return last.map(fromRow).reverse();
  }
  if (collectionId !== undefined) return (bin ? [] : inCollection(db).all(collectionId)).map(fromRow);
  if (documentIds === undefined) return (bin ? inBin : inLibrary)(db).all().map(fromRow);
  const named = documentIds.flatMap((id) => one(db).get(id) ?? []);
  return named.filter(({ deletedAt }) => (deletedAt !== null) === bin).map(fromRow);
}

/** Throws `not-found`. */
export function summaryOf(db: Database, documentId: string): DocumentSummary {
  const row = one(db).get(documentId);
  if (row === undefined) throw noDocument(documentId);
  return fromRow(row);
}

/** Throws `not-found`. */
export function documentOf(db: Database, documentId: string): DocumentOnWire {
  return {
    ...summaryOf(db, documentId),
    state: storedState(db, documentId),
    original: originalInfo(db, originalRowOf(db, documentId)),
  };
}

function fromRow({ author, publisher, url, published, accessed, reliability, credibility, hasNote, ...rest }: SummaryRow): DocumentSummary {
  return { ...rest, hasNote: hasNote === 1, source: { author, publisher, url, published, accessed, reliability, credibility } };
}

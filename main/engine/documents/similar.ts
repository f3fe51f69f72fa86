import type { Database } from 'better-sqlite3';
import type { Parsed, Result } from '../../../contract/index.ts';
import { runJob } from '../jobs/run.ts';
import type { Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { groupsOf } from './groups.ts';
import { likeness, signatureOf } from './signature.ts';
import { storedDocument } from './stored.ts';

/** Published first, then what came first: of copies, the likeliest to be what the others were made from. */
const inLibrary = statement<[], { id: string; revision: number }>(`
  SELECT d.id, d.revision FROM documents d JOIN sources s ON s.document_id = d.id
  WHERE d.deleted_at IS NULL ORDER BY s.published IS NULL, s.published, d.id`);
const textOf = statement<[string], { text: string }>('SELECT text FROM bodies WHERE document_id = ?');

/** Milliseconds of work after which other calls are answered. */
const turn = 20;

interface Made {
  revision: number;
  signature: Uint32Array | null;
}

/** Signatures of a notebook that is open, made once for as long as a text stays as it is: some 300 bytes each. */
const made = new WeakMap<Database, Map<string, Made>>();

/** Groups of documents that are copies of one another, the largest first. Reports progress; can be cancelled. */
export async function similarDocuments(context: Context): Promise<Result<'documents.similar'>> {
  const { db, signal, progress, breathe } = context;
  const known = made.get(db) ?? new Map<string, Made>();
  made.set(db, known);
  const documents = inLibrary(db).all();
  const signatures = new Map<string, Uint32Array>();
  let breathed = performance.now();
  for (const [done, { id, revision }] of documents.entries()) {
    const signature = signatureAt(db, known, id, revision);
    if (signature !== null) signatures.set(id, signature);
    if (performance.now() - breathed < turn) continue;
    progress({ done, total: documents.length, label: 'Reading the documents' });
    await breathe();
    signal.throwIfAborted();
    breathed = performance.now();
  }
  const grouping = groupsOf(signatures);
  let grouped = grouping.next();
  while (!grouped.done) {
    await breathe();
    signal.throwIfAborted();
    grouped = grouping.next();
  }
  return grouped.value
    .toSorted((a, b) => b.length - a.length)
    .map((ids) => ids.map((documentId) => ({ documentId, likeness: likenessOf(signatures, ids[0], documentId) })));
}

function signatureAt(db: Database, known: Map<string, Made>, id: string, revision: number): Uint32Array | null {
  const was = known.get(id);
  if (was?.revision === revision) return was.signature;
  const signature = signatureOf(textOf(db).get(id)?.text ?? '');
  known.set(id, { revision, signature });
  return signature;
}

function likenessOf(signatures: ReadonlyMap<string, Uint32Array>, first: string | undefined, id: string): number {
  const [a, b] = [signatures.get(first ?? id), signatures.get(id)];
  return a === undefined || b === undefined ? 0 : likeness(a, b);
}

/** Throws `not-found`. */
export async function compareDocuments(
  context: Context,
  { documentId, otherId }: Parsed<'documents.compare'>,
): Promise<Result<'documents.compare'>> {
  const { text, language } = storedDocument(context.db, documentId);
  const other = storedDocument(context.db, otherId);
  const size = text.length + other.text.length;
  return { paragraphs: await runJob(context, 'compareTexts', size, { from: text, to: other.text, language }) };
}

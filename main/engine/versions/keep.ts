import type { Database } from 'better-sqlite3';
import type { VersionKind } from '../../../contract/index.ts';
import { originalRowOf } from '../documents/originals.ts';
import type { StoredDocument } from '../documents/stored.ts';
import type { Change, Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { type PackedState, packState } from './pack.ts';
import { closest, thinned } from './thin.ts';

interface Row {
  id: string;
  documentId: string;
  kind: VersionKind;
  name: string;
  madeAt: string;
  analystId: string;
  revision: number;
  words: number;
  original: number | null;
  sha256: string;
  size: number;
  state: Uint8Array;
}

const insert = statement<[Row]>(`
  INSERT INTO versions (id, document_id, kind, name, made_at, analyst_id, revision, words, passages, original_n, sha256, size, state)
  VALUES (@id, @documentId, @kind, @name, @madeAt, @analystId, @revision, @words,
    (SELECT count(*) FROM passages WHERE document_id = @documentId AND state = 'anchored'), @original, @sha256, @size, @state)`);
const latest = statement<[string], { madeAt: string }>(
  'SELECT made_at AS madeAt FROM versions WHERE document_id = ? ORDER BY made_at DESC LIMIT 1',
);
const same = statement<[string, string], { id: string; kind: VersionKind }>(`
  SELECT id, kind FROM versions WHERE document_id = ? AND sha256 = ? ORDER BY kind = 'automatic', made_at DESC LIMIT 1`);
const promote = statement<[VersionKind, string, string]>('UPDATE versions SET kind = ?, made_at = ? WHERE id = ?');
const automaticOf = statement<[string], { n: number; madeAt: string }>(
  "SELECT n, made_at AS madeAt FROM versions WHERE document_id = ? AND kind = 'automatic' ORDER BY made_at, n",
);
const automaticBySize = statement<[], { n: number; size: number }>(
  "SELECT n, size FROM versions WHERE kind = 'automatic' ORDER BY made_at DESC, n DESC",
);
const limit = statement<[], { bytes: number }>('SELECT versions_limit AS bytes FROM notebook');
const remove = statement<[number]>('DELETE FROM versions WHERE n = ?');

/**
 * Keeps what a save is about to write over, dated with when it was saved, unless a version is less than five minutes old:
 * a day of writing leaves one every five minutes, and the last words of each sitting are among them. Older ones are thinned.
 */
export function keepAutomatic(context: Context, change: Change, stored: StoredDocument): void {
  const { db } = context;
  const before = latest(db).get(stored.id);
  const due = before === undefined || Math.abs(Date.parse(context.now()) - Date.parse(before.madeAt)) >= closest;
  if (!due || stored.text === '') return;
  const packed = packState(stored.state);
  if (same(db).get(stored.id, packed.sha256) !== undefined) return;
  change.aside(() => {
    add(context, stored, { ...packed, kind: 'automatic', name: '', madeAt: stored.updatedAt });
    thinVersions(context, stored.id);
    boundVersions(db);
  });
}

/**
 * Keeps the document as it is, packed already, before another text takes its place. Where that is kept for ever already,
 * that version is the one.
 */
export function keepBefore(
  context: Context,
  change: Change,
  { stored, packed, kind }: { stored: StoredDocument; packed: PackedState; kind: 'before-update' | 'before-restore' },
): string {
  const { db } = context;
  const kept = same(db).get(stored.id, packed.sha256);
  return change.aside(() => {
    if (kept === undefined) return add(context, stored, { ...packed, kind, name: '', madeAt: context.now() });
    if (kept.kind === 'automatic') promote(db).run(kind, context.now(), kept.id);
    return kept.id;
  });
}

/** Keeps the document as it is under a name. */
export function keepNamed(context: Context, stored: StoredDocument, name: string): string {
  return add(context, stored, { ...packState(stored.state), kind: 'named', name, madeAt: context.now() });
}

type Added = Pick<Row, 'kind' | 'name' | 'madeAt' | 'sha256' | 'state'>;

function add({ db, newId, analystId }: Context, { id: documentId, revision, words }: StoredDocument, added: Added): string {
  const id = newId();
  const size = added.state.byteLength;
  insert(db).run({ ...added, id, documentId, analystId, revision, words, original: originalRowOf(db, documentId), size });
  return id;
}

function thinVersions({ db, now }: Context, documentId: string): void {
  const versions = automaticOf(db)
    .all(documentId)
    .map(({ n, madeAt }) => ({ n, time: Date.parse(madeAt) }));
  for (const { n } of thinned(versions, Date.parse(now()))) remove(db).run(n);
}

/** Lets the oldest automatic versions go that are more than the notebook's limit allows. */
export function boundVersions(db: Database): void {
  const allowed = limit(db).get()?.bytes ?? 0;
  let bytes = 0;
  for (const { n, size } of automaticBySize(db).all()) {
    bytes += size;
    if (bytes > allowed) remove(db).run(n);
  }
}

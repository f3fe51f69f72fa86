import type { Database } from 'better-sqlite3';
import type { Result } from '../../../../contract/index.ts';
import { toArmillaryError } from '../../kernel/errors.ts';
import { type IndexedRow, indexRows } from './feed.ts';

/**
 * Raised when the analyser gives other forms for the same text: a notebook that was indexed by another one is indexed anew
 * in the background.
 */
export const analyserVersion = 3;

/** Rows indexed in one transaction: few enough that a search waits no longer than it takes to notice. */
const rowsAtOnce = 20;
/** Milliseconds between two of them, in which other calls are answered. */
const pause = 5;
/** Milliseconds after which it is tried again where another program is writing. */
const pauseWhenBusy = 1_000;
/** Milliseconds between two tidings of how far it is. */
const tellEvery = 500;

/** How many rows are still to be indexed anew, of how many. */
export function indexState(db: Database): Result<'search.state'> {
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const total = count('SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM passages) + (SELECT count(*) FROM notes)');
  return { pending: count('SELECT count(*) FROM index_stale'), total };
}

/**
 * Brings the index of a notebook up to this program's analyser, some rows at a time while the notebook is used; what was
 * done is kept when the notebook is closed in the middle. Until a row's turn comes it is found as the older analyser had
 * it. `tell` hears when some more are done. Returns a function that stops it.
 */
export function renewIndex(db: Database, tell: () => void): () => void {
  const made = db.prepare<[], number>('SELECT analyser FROM notebook').pluck().get();
  if (made !== undefined && made !== analyserVersion) {
    db.transaction(() => {
      for (const [noun, table] of [
        ['document', 'documents'],
        ['passage', 'passages'],
        ['note', 'notes'],
      ]) {
        db.exec(`INSERT OR IGNORE INTO index_stale SELECT '${noun}', n FROM ${table}`);
      }
      db.prepare('UPDATE notebook SET analyser = ?').run(analyserVersion);
    }).immediate();
  }
  const next = db.prepare<[], IndexedRow>(`SELECT noun, n FROM index_stale ORDER BY noun, n DESC LIMIT ${rowsAtOnce}`);
  const done = db.prepare('DELETE FROM index_stale WHERE noun = ? AND n = ?');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = 0;
  const renewSome = db.transaction((): number => {
    const rows = next.all();
    indexRows(db, rows);
    for (const { noun, n } of rows) done.run(noun, n);
    return rows.length;
  });
  const step = () => {
    let renewed: number | null = null;
    try {
      renewed = renewSome.immediate();
    } catch (error) {
      if (toArmillaryError(error).kind !== 'busy') throw error;
    }
    if (renewed === 0 || performance.now() - told >= tellEvery) {
      told = performance.now();
      tell();
    }
    if (renewed !== 0) timer = setTimeout(step, renewed === null ? pauseWhenBusy : pause);
  };
  if (indexState(db).pending > 0) timer = setTimeout(step, pause);
  return () => clearTimeout(timer);
}

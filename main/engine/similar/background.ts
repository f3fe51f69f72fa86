import type { Database } from 'better-sqlite3';
import { toArmillaryError } from '../kernel/errors.ts';
import { statement } from '../kernel/statement.ts';
import { analyserVersion } from '../search/indexing/renew.ts';
import { stillToTakeIn, takeInSome } from './take-in.ts';

/** Milliseconds in which nothing may be written before documents are compared: an import or typing goes first. */
const quiet = 1_000;
/** Milliseconds between two batches, in which other calls are answered. */
const pause = 5;
/** Milliseconds between two tidings of what was found. */
const tellEvery = 500;

const changes = statement<[], number>('SELECT total_changes()');

/**
 * Looks for near-duplicates among the documents that came or changed, some at a time while nothing else is written; what
 * was done is kept when the notebook is closed in the middle. Imports and saves therefore cost nothing but a row of the
 * queue. `tell` hears when something was found or is one no more. Returns a function that stops it.
 */
export function keepSimilar(db: Database, tell: () => void): () => void {
  queueForAnalyser(db);
  const stopping = new AbortController();
  const running = { signal: stopping.signal, progress: () => undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen: number | undefined;
  let told = 0;
  let untold = false;
  const wait = (milliseconds: number) => {
    timer = setTimeout(() => void step(), milliseconds).unref();
  };
  const step = async () => {
    const now = changes(db).pluck().get();
    if (now !== seen || db.inTransaction || stillToTakeIn(db) === 0) {
      seen = now;
      return wait(quiet);
    }
    try {
      const { changed } = await takeInSome(db, running);
      untold ||= changed;
    } catch (error) {
      if (stopping.signal.aborted) return;
      // A full disk, say: whoever asks for the groups is told. The documents stay queued for when the notebook is next opened.
      if (toArmillaryError(error).kind !== 'busy') return;
      return wait(quiet);
    }
    const left = stillToTakeIn(db);
    if (left === 0 || (untold && performance.now() - told >= tellEvery)) {
      told = performance.now();
      untold = false;
      tell();
    }
    seen = changes(db).pluck().get();
    wait(left === 0 ? quiet : pause);
  };
  wait(quiet);
  return () => {
    stopping.abort();
    clearTimeout(timer);
  };
}

/** Another analyser may give other shingles: signatures of the older one would find less. */
function queueForAnalyser(db: Database): void {
  const made = db.prepare<[], number>('SELECT similar_analyser FROM notebook').pluck().get();
  if (made === undefined || made === analyserVersion) return;
  db.transaction(() => {
    db.exec('INSERT OR IGNORE INTO similar_queue SELECT n FROM documents');
    db.prepare('UPDATE notebook SET similar_analyser = ?').run(analyserVersion);
  }).immediate();
}

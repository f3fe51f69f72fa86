import Sqlite, { type Database } from 'better-sqlite3';
import type { CheckProblem, CheckReport } from '../../../contract/index.ts';
import type { Context } from '../kernel/context.ts';
import { checkDocument } from './check-document.ts';
import { checkOriginal, checkVersion } from './check-kept.ts';

/**
 * Looks whether the notebook is whole: the file itself, what refers to what, every document's text and passages against
 * its editor state, every original and version against its SHA-256, the search index against what it indexes. Changes nothing.
 */
export async function checkNotebook(context: Context): Promise<CheckReport> {
  const { db, signal } = context;
  const problems: CheckProblem[] = [];
  const steps = [checkFile, checkReferences, checkIndex] as const;
  const documentIds = idsIn(db, 'SELECT id FROM documents ORDER BY created_at, id');
  const originals = rowsIn(db, 'SELECT n FROM originals ORDER BY n');
  const versions = rowsIn(db, 'SELECT n FROM versions ORDER BY n');
  const total = steps.length + documentIds.length + originals.length + versions.length;
  let done = 0;
  let passages = 0;

  const next = async (label: string) => {
    context.progress({ done, total, label });
    done += 1;
    await context.breathe();
    signal.throwIfAborted();
  };
  for (const check of steps) {
    await next('the notebook’s file');
    problems.push(...check(db));
  }
  for (const id of documentIds) {
    await next('documents and passages');
    const found = checkDocument(db, id);
    problems.push(...found.problems);
    passages += found.passages;
  }
  for (const row of originals) {
    await next('imported files');
    problems.push(...checkOriginal(db, row));
  }
  for (const row of versions) {
    await next('versions');
    problems.push(...checkVersion(db, row));
  }
  context.progress({ done, total, label: 'done' });
  const checked = { documents: documentIds.length, passages, originals: originals.length };
  return { ok: problems.length === 0, checked, problems };
}

function idsIn(db: Database, sql: string): string[] {
  return db
    .prepare<[], { id: string }>(sql)
    .all()
    .map(({ id }) => id);
}

function rowsIn(db: Database, sql: string): number[] {
  return db
    .prepare<[], { n: number }>(sql)
    .all()
    .map(({ n }) => n);
}

/**
 * By a connection of its own: after another program wrote to the file, FTS5 checks what this one remembers of its index
 * against what the other wrote (SQLite 3.53), and finds a sound file damaged.
 */
function checkFile({ name }: Database): CheckProblem[] {
  const own = new Sqlite(name, { readonly: true });
  try {
    return problemsIn(own);
  } finally {
    own.close();
  }
}

function problemsIn(db: Database): CheckProblem[] {
  return db
    .prepare<[], { found: string }>('SELECT integrity_check AS found FROM pragma_integrity_check')
    .all()
    .filter(({ found }) => found !== 'ok')
    .map(({ found }) => problem('integrity', `The file is damaged: ${found}. Keep a copy of it and go back to a backup.`));
}

function checkReferences(db: Database): CheckProblem[] {
  return db
    .prepare<[], { child: string; parent: string; rows: number }>(
      'SELECT "table" AS child, parent, count(*) AS rows FROM pragma_foreign_key_check GROUP BY "table", parent',
    )
    .all()
    .map(({ child, parent, rows }) => problem('foreign-keys', `${rows} of ${child} refer to something that is not in ${parent}.`));
}

/** Which full-text table holds what. Each keeps a row of lengths for every row indexed. */
const indexes = [
  { noun: 'documents', lengths: 'document_index_docsize' },
  { noun: 'passages', lengths: 'passage_index_docsize' },
  { noun: 'notes', lengths: 'note_index_docsize' },
] as const;

function checkIndex(db: Database): CheckProblem[] {
  return indexes.flatMap(({ noun, lengths }) => {
    const counts = db
      .prepare<[], { missing: number; stale: number }>(
        `SELECT (SELECT count(*) FROM ${noun} WHERE n NOT IN (SELECT id FROM ${lengths})) AS missing,
           (SELECT count(*) FROM ${lengths} WHERE id NOT IN (SELECT n FROM ${noun})) AS stale`,
      )
      .get();
    const { missing = 0, stale = 0 } = counts ?? {};
    if (missing + stale === 0) return [];
    return [problem('search-index', `The search cannot find ${missing} of the ${noun} and still knows ${stale} that are gone.`)];
  });
}

function problem(check: CheckProblem['check'], message: string): CheckProblem {
  return { check, documentId: null, passageId: null, message };
}

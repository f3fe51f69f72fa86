import type { Database } from 'better-sqlite3';
import { ArmillaryError, type Noun, type StepId } from '../../../contract/index.ts';
import type { Running } from './context.ts';

/**
 * Undo by triggers, after sqlite.org/undoredo.html: while a step is open, temporary triggers write, for every changed row,
 * the SQL that changes it back. They and their log live in the connection alone, and the notebook's file knows nothing of
 * them. Undoing a step is itself a step, so redo is the same thing.
 */

interface Logged {
  noun: Noun;
  /** Names a row; stays the same when the row is taken away and put back. */
  key: 'n' | 'document_id';
  /** Columns whose change is an analyst's doing. The others follow from the text and are the next save's to set. */
  changes: readonly string[];
  /** Columns that must still be as the step left them for its new row to be taken away again. */
  guards: readonly string[];
  /** The column that names the passage which looks different when a row changes; null in a row that is about none. */
  passage?: 'id' | 'passage_id';
  /** Goes and comes back with the document, even what a step did not know when it made the document. */
  follows?: true;
}

const logged: Record<string, Logged> = {
  documents: { noun: 'documents', key: 'n', changes: ['title', 'language', 'deleted_at', 'original_n'], guards: [] },
  bodies: { noun: 'documents', key: 'document_id', changes: [], guards: [] },
  files: { noun: 'documents', key: 'n', changes: [], guards: [], follows: true },
  originals: { noun: 'documents', key: 'n', changes: [], guards: [], follows: true },
  versions: { noun: 'documents', key: 'n', changes: ['kind', 'name'], guards: [], follows: true },
  sources: {
    noun: 'documents',
    key: 'document_id',
    changes: ['author', 'publisher', 'url', 'published', 'accessed', 'reliability', 'credibility'],
    guards: [],
  },
  spheres: {
    noun: 'spheres',
    key: 'n',
    changes: ['parent_id', 'name', 'description', 'color', 'underline', 'key', 'position'],
    guards: ['name', 'description'],
  },
  passages: { noun: 'passages', key: 'n', changes: ['credibility', 'event', 'event_from', 'event_to'], guards: [], passage: 'id' },
  taggings: { noun: 'passages', key: 'n', changes: [], guards: [], passage: 'passage_id' },
  collections: { noun: 'collections', key: 'n', changes: ['parent_id', 'name', 'position'], guards: ['name'] },
  collected: { noun: 'collections', key: 'n', changes: [], guards: [], follows: true },
  alias_groups: { noun: 'aliases', key: 'n', changes: [], guards: [] },
  aliases: { noun: 'aliases', key: 'n', changes: [], guards: [] },
  searches: { noun: 'searches', key: 'n', changes: ['name', 'text'], guards: ['name', 'text'] },
  notes: { noun: 'notes', key: 'n', changes: ['body', 'analyst_id', 'updated_at'], guards: ['body'], passage: 'passage_id' },
};

/** Steps kept; older ones can no longer be taken back. */
const longest = 2_000;

/** What takes back a change that no logged row shows. */
interface UndoDeed {
  work: () => void;
  prepare: ((running: Running) => Promise<void>) | undefined;
}

export interface Touched {
  noun: Noun;
  table: string;
  key: string;
  /** The passage that looks different for it. */
  passageId: string | null;
  /** A row that a step took away is there again. */
  isBack: boolean;
}

export interface Steps {
  /**
   * Runs `work` as a step, or as more of the one that it goes on with; inside another step it becomes part of that one.
   * Must be called in a transaction.
   */
  open<T>(label: string, work: () => T, goesOn?: StepId): { value: T; step: StepId };
  /** Runs `work` without logging its rows. */
  aside<T>(work: () => T): T;
  /** Adds what runs first when the open step is undone. No step is open: it is done for good. */
  onUndo(work: () => void, prepare?: (running: Running) => Promise<void>): void;
  /** Does what the step's work on undo needs done before; null where it needs nothing. */
  prepare(step: StepId, running: Running): Promise<void> | null;
  /**
   * Takes a step back, in a transaction of the caller's, and returns the step that does it again with the rows it
   * touched. Throws `not-found` for a step this engine does not know and `conflict` where something later stands on it;
   * the caller's transaction must then be rolled back.
   */
  undo(step: StepId): { step: StepId; label: string; touched: Touched[] };
}

export function trackSteps(db: Database): Steps {
  db.exec(`
    CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY, step INTEGER NOT NULL, tbl TEXT NOT NULL, key TEXT NOT NULL, passage TEXT, sql TEXT NOT NULL);
    CREATE INDEX temp.undo_log_by_step ON undo_log (step);
    CREATE TEMP TABLE undo_open (step INTEGER);
    INSERT INTO undo_open VALUES (NULL);
  `);
  for (const [table, shape] of Object.entries(logged)) db.exec(triggersOf(table, columnsOf(db, table), shape));

  /** Inverse statements that are the same for every row of a table, compiled once: a deed may have made many thousands. */
  const deletions = new Map(
    Object.entries(logged).map(([table, { key }]) => [deletionOf(table, key), db.prepare<{ key: string }>(deletionOf(table, key))]),
  );
  const setOpen = db.prepare('UPDATE temp.undo_open SET step = ?');
  const rowsOf = db.prepare<[number], { tbl: string; key: string; passage: string | null; sql: string }>(
    'SELECT tbl, key, passage, sql FROM temp.undo_log WHERE step = ? ORDER BY seq DESC',
  );
  const forget = db.prepare('DELETE FROM temp.undo_log WHERE step <= ?');
  const labels = new Map<StepId, string>();
  const deeds = new Map<StepId, UndoDeed[]>();
  let last = 0;
  let current: StepId | null = null;

  const open = <T>(label: string, work: () => T, goesOn?: StepId): { value: T; step: StepId } => {
    if (current !== null) return { value: work(), step: current };
    if (goesOn === undefined) last += 1;
    const step = goesOn ?? last;
    labels.set(step, label);
    current = step;
    setOpen.run(step);
    try {
      return { value: work(), step };
    } finally {
      current = null;
      setOpen.run(null);
      labels.delete(step - longest);
      deeds.delete(step - longest);
      forget.run(step - longest);
    }
  };

  return {
    open,
    aside(work) {
      if (current === null) return work();
      setOpen.run(null);
      try {
        return work();
      } finally {
        setOpen.run(current);
      }
    },
    onUndo(work, prepare) {
      if (current === null) return;
      deeds.set(current, [...(deeds.get(current) ?? []), { work, prepare }]);
    },
    prepare(step, running) {
      const first = deeds.get(step)?.flatMap(({ prepare }) => prepare ?? []) ?? [];
      if (first.length === 0) return null;
      return first.reduce((before, prepare) => before.then(() => prepare(running)), Promise.resolve());
    },
    undo(step) {
      const label = labels.get(step);
      if (label === undefined)
        throw new ArmillaryError('not-found', 'This can no longer be undone: the notebook was closed since, or it is too long ago.');
      const laterChange = () =>
        new ArmillaryError('conflict', `“${label}” cannot be undone: something was changed since that stands on it. Nothing was changed.`);
      const rows = rowsOf.all(step);
      db.pragma('defer_foreign_keys = ON');
      const { step: inverse } = open(label, () => {
        for (const { work } of deeds.get(step)?.toReversed() ?? []) work();
        for (const { key, sql } of rows) {
          const { changes } = deletions.get(sql)?.run({ key }) ?? db.prepare(sql).run({ key });
          if (changes === 0) throw laterChange();
        }
      });
      const before = new Set(rows.map(({ tbl, key }) => `${tbl} ${key}`));
      const touched = rowsOf.all(inverse);
      // A cascade took along a row that the step did not know: something made later.
      if (touched.some(({ tbl, key }) => !follows(tbl) && !before.has(`${tbl} ${key}`))) throw laterChange();
      return { step: inverse, label, touched: touched.map(touchedBy) };
    },
  };
}

function touchedBy({ tbl, key, passage, sql }: { tbl: string; key: string; passage: string | null; sql: string }): Touched {
  // What takes a row away again was logged when it came back.
  return { noun: nounOf(tbl), table: tbl, key, passageId: passage, isBack: sql.startsWith('DELETE') };
}

function nounOf(table: string): Noun {
  const shape = logged[table];
  if (shape === undefined) throw new Error(`${table} is not a logged table`);
  return shape.noun;
}

function follows(table: string): boolean {
  return logged[table]?.follows === true;
}

function columnsOf(db: Database, table: string): string[] {
  return db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);
}

/** Takes away the row of a key; a step that made rows with guards adds what they must still be. */
function deletionOf(table: string, key: Logged['key']): string {
  return `DELETE FROM ${table} WHERE ${key} = @key`;
}

/** The triggers that write a table's inverse statements. Column names come from the schema, values through `quote()`. */
function triggersOf(table: string, columns: readonly string[], { key, changes, guards, passage }: Logged): string {
  const when = '(SELECT step FROM undo_open) IS NOT NULL';
  const log = (row: 'new' | 'old', sql: string) =>
    `INSERT INTO undo_log (step, tbl, key, passage, sql)
     SELECT step, '${table}', CAST(${row}.${key} AS TEXT), ${passage === undefined ? 'NULL' : `${row}.${passage}`}, ${sql} FROM undo_open;`;
  const names = columns.map((column) => `"${column}"`).join(', ');
  const isNew = (column: string) => `' AND "${column}" IS ' || quote(new."${column}")`;
  const values = columns.map((column) => `quote(old."${column}")`).join(` || ', ' || `);

  const triggers = [
    `CREATE TEMP TRIGGER undo_${table}_insert AFTER INSERT ON main.${table} WHEN ${when} BEGIN
       ${log('new', [`'${deletionOf(table, key)}'`, ...guards.map(isNew)].join(' || '))}
     END;`,
    // After, because SQLite then logs what a cascade takes along before the row it hung on: undo puts back the other way round.
    `CREATE TEMP TRIGGER undo_${table}_delete AFTER DELETE ON main.${table} WHEN ${when} BEGIN
       ${log('old', `'INSERT INTO ${table} (${names}) VALUES (' || ${values} || ')'`)}
     END;`,
  ];
  for (const column of changes) {
    triggers.push(
      `CREATE TEMP TRIGGER undo_${table}_${column} AFTER UPDATE OF "${column}" ON main.${table} WHEN ${when} AND new."${column}" IS NOT old."${column}" BEGIN
         ${log('new', `'UPDATE ${table} SET "${column}" = ' || quote(old."${column}") || ' WHERE ${key} = @key' || ${isNew(column)}`)}
       END;`,
    );
  }
  return triggers.join('\n');
}

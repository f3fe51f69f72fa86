import type { Database } from 'better-sqlite3';
import type { Changed, Noun, Progress } from '../../../contract/index.ts';
import type { Change, ChangedDocument, Context, OpenTransaction } from './context.ts';
import type { Steps } from './steps.ts';

interface Parts {
  db: Database;
  file: string;
  steps: Steps;
  analystId: () => string;
  now: () => string;
  newId: () => string;
  /** Brings the search index up to date with what the transaction changed. */
  drain: (db: Database) => void;
  granted: Context['granted'];
  tell: (changed: Changed) => void;
}

/** Passages named to the clients at most: of more, asking for the whole list anew is no slower. */
const mostNamed = 500;

export interface CallParts {
  client: string;
  signal: AbortSignal;
  progress: (progress: Progress) => void;
}

/** Transactions, their steps and the news of them. Returns what makes the context of one call. */
export function startSession({ db, file, steps, analystId, now, newId, drain, tell, granted }: Parts): (call: CallParts) => Context {
  let depth = 0;
  let nouns = new Set<Noun>();
  let documents = new Map<string, ChangedDocument>();
  /** Null once others may look different, too. */
  let passages: Set<string> | null = new Set();
  /** Ends the transaction that stays open between calls, where there is one. */
  let endOpen: () => void = () => undefined;

  const change: Change = {
    changed(noun, ...named) {
      nouns.add(noun);
      passages = null;
      for (const { id, revision, told } of named) documents.set(id, { id, revision, ...(told && { told }) });
    },
    changedPassages(noun, passageIds) {
      nouns.add(noun);
      for (const id of passageIds) passages?.add(id);
    },
    aside: steps.aside,
    onUndo: steps.onUndo,
  };

  function forgetNews(): void {
    nouns = new Set();
    documents = new Map();
    passages = new Set();
  }

  function tellNews(client: string): void {
    if (nouns.size === 0) return;
    const named = passages !== null && passages.size <= mostNamed ? { passages: [...passages] } : {};
    tell({ nouns: [...nouns], documents: [...documents.values()], ...named, client });
  }

  function write<T>(client: string, work: (change: Change) => T): T {
    if (depth > 0) return work(change);
    // What this call says is done must be on disk then, and stay there whatever becomes of the other.
    endOpen();
    forgetNews();
    depth += 1;
    let value: T;
    try {
      value = db
        .transaction(() => {
          const answer = work(change);
          drain(db);
          return answer;
        })
        .immediate();
    } finally {
      depth -= 1;
    }
    tellNews(client);
    return value;
  }

  function begin(client: string, last: () => void): OpenTransaction {
    endOpen();
    db.exec('BEGIN IMMEDIATE');
    forgetNews();
    let isOpen = true;
    let failure: { error: unknown } | null = null;
    const close = () => {
      isOpen = false;
      endOpen = () => undefined;
    };
    const attempt = (work: () => void) => {
      depth += 1;
      try {
        work();
      } catch (error) {
        failure = { error };
        close();
        // SQLite has done so itself where the disk is full.
        if (db.inTransaction) db.exec('ROLLBACK');
      } finally {
        depth -= 1;
      }
    };
    const throwFailure = () => {
      if (failure !== null) throw failure.error;
    };
    endOpen = () => {
      attempt(() => {
        last();
        drain(db);
        db.exec('COMMIT');
      });
      if (!isOpen) return;
      close();
      tellNews(client);
    };
    return {
      isOpen: () => isOpen,
      more(work) {
        if (!isOpen) throw new Error('this transaction has ended');
        attempt(() => work(change));
        throwFailure();
      },
      end() {
        if (isOpen) endOpen();
        throwFailure();
      },
    };
  }

  return ({ client, signal, progress }) => ({
    db,
    file,
    get analystId() {
      return analystId();
    },
    now,
    newId,
    granted,
    signal,
    progress,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    write: (work) => write(client, work),
    begin: (last) => begin(client, last),
    tell: (made) => tell({ nouns: ['documents'], documents: [...made], client }),
    step: (label, work, goesOn) => write(client, (inner) => steps.open(label, () => work(inner), goesOn)),
    prepareUndo: (step) => steps.prepare(step, { signal, progress }),
    undo: (step, after) =>
      write(client, (inner) => {
        const { step: inverse, touched } = steps.undo(step);
        for (const { noun, passageId } of touched) {
          if (noun === 'passages' || noun === 'notes') inner.changedPassages(noun, passageId === null ? [] : [passageId]);
          else inner.changed(noun);
        }
        after?.(touched, inner);
        return inverse;
      }),
  });
}

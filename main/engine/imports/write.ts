import type { Change, ChangedDocument, Context, OpenTransaction } from '../kernel/context.ts';
import { toArmillaryError } from '../kernel/errors.ts';
import { type AnalysedDocument, feedDocument, unqueueDocuments } from '../search/index.ts';
import { insertItem, type Line } from './insert.ts';
import type { FileToRead } from './prepared.ts';
import { type Inbox, weightOf } from './threads/inbox.ts';
import type { Delivered } from './threads/pool.ts';

/** For so long rows are written or indexed before other calls are answered. Milliseconds. */
const mostMs = 10;
/** What is worth a transaction: each costs a wait for the disk, and a part of the index to be merged with the others. */
const enoughItems = 200;
const enoughBytes = 24_000_000;
/** So often at least what was written is on disk, and told. Milliseconds. */
const longest = 500;

export interface Written {
  lines: { file: FileToRead; line: Line }[];
  throughWith: FileToRead[];
  /** The documents that the clients are to be told of. */
  made: ChangedDocument[];
  /** Files that were passed over as known and are not, any more. */
  unknown: FileToRead[];
  /** Lists of references, to be taken in when all documents are in that they may be about. */
  references: ReferencesFile[];
}

export interface ReferencesFile {
  /** The file it is, or in which it lies. */
  file: FileToRead;
  name: string;
  bytes: Uint8Array;
}

/** What became of the items of a transaction, and what is still to be done in it. */
interface Rows extends Omit<Written, 'throughWith'> {
  toIndex: AnalysedDocument[];
}

/** Writes what readers made, in one transaction between whose parts other calls are answered. */
export interface Writer {
  /** Writes the rows of some of what has come. */
  add(inbox: Inbox): void;
  isEmpty(): boolean;
  /** Whether another call has ended it, or it failed: it takes no more. */
  isOver(): boolean;
  /** Whether it is time to end it. */
  isFull(): boolean;
  /** Takes some of what was written into the full-text index. False where nothing is left. */
  index(): boolean;
  /** Ends it; what it gives is on disk. */
  end(): Written;
}

/** Where the transaction fails, each item is written in one of its own: only what cannot be written fails. */
export function createWriter(context: Context): Writer {
  const { db } = context;
  let began = Number.POSITIVE_INFINITY;
  const taken: Delivered[] = [];
  const throughWith: FileToRead[] = [];
  const rows = noRows();
  let bytes = 0;
  let indexed = 0;
  let transaction: OpenTransaction | null = null;

  const indexUntil = (end: number) => {
    if (indexed === 0) unqueueDocuments(db, rows.toIndex);
    for (; indexed < rows.toIndex.length && performance.now() < end; indexed += 1) {
      const next = rows.toIndex[indexed];
      if (next !== undefined) feedDocument(db, next);
    }
  };
  const begin = () => context.begin(() => indexUntil(Number.POSITIVE_INFINITY));
  const isOver = () => transaction?.isOpen() === false;
  const takeFrom = (inbox: Inbox, write: (delivered: Delivered) => void) => {
    const end = performance.now() + mostMs;
    for (let next = inbox.take(); next !== undefined; next = performance.now() < end ? inbox.take() : undefined) {
      if (next.kind === 'through') {
        throughWith.push(next.file);
      } else {
        taken.push(next.delivered);
        bytes += weightOf(next.delivered);
        write(next.delivered);
      }
    }
  };
  /** Whether all that was taken is on disk. */
  const endTransaction = () => {
    try {
      transaction?.end();
      return transaction !== null || taken.length === 0;
    } catch {
      // Each item says for itself why it could not be written.
      return false;
    }
  };

  return {
    add(inbox) {
      began = Math.min(began, performance.now());
      try {
        transaction ??= begin();
        transaction.more((change) => takeFrom(inbox, (delivered) => addRows(context, change, rows, delivered)));
      } catch (error) {
        // What each item has to say comes at the end. Where another program is writing, none was taken, and it is tried again;
        // but nobody waits for that in a notebook that was closed.
        if (transaction !== null) return;
        if (context.signal.aborted) inbox.drop();
        else if (toArmillaryError(error).kind !== 'busy') takeFrom(inbox, () => undefined);
      }
    },
    isEmpty: () => taken.length === 0 && throughWith.length === 0,
    isOver,
    isFull: () => isOver() || taken.length >= enoughItems || bytes >= enoughBytes || performance.now() - began >= longest,
    index() {
      if (isOver() || indexed === rows.toIndex.length) return false;
      try {
        transaction?.more(() => indexUntil(performance.now() + mostMs));
      } catch {
        return false;
      }
      return true;
    },
    end() {
      const { toIndex: _, ...written } = endTransaction() ? rows : oneByOne(context, taken);
      return { ...written, throughWith: throughWith.filter((file) => !written.unknown.includes(file)) };
    },
  };
}

function noRows(): Rows {
  return { lines: [], unknown: [], references: [], made: [], toIndex: [] };
}

function addRows(context: Context, change: Change, rows: Rows, { file, item, bytes }: Delivered): void {
  const { name, outcome } = item;
  if (outcome.kind === 'references') {
    rows.references.push({ file, name, bytes: outcome.bytes });
    return;
  }
  const inserted = insertItem(context, change, { name, outcome, bytes });
  if (inserted === null) {
    rows.unknown.push(file);
    return;
  }
  const { line, toIndex } = inserted;
  rows.lines.push({ file, line });
  if (line.kind === 'imported') rows.made.push({ id: line.line.documentId, revision: 1 });
  if (toIndex !== null) rows.toIndex.push(toIndex);
}

function oneByOne(context: Context, items: readonly Delivered[]): Rows {
  const all = noRows();
  for (const delivered of items) {
    try {
      const { lines, unknown, references, made } = context.write((change) => {
        const rows = noRows();
        addRows(context, change, rows, delivered);
        unqueueDocuments(context.db, rows.toIndex);
        for (const document of rows.toIndex) feedDocument(context.db, document);
        return rows;
      });
      all.lines.push(...lines);
      all.unknown.push(...unknown);
      all.references.push(...references);
      all.made.push(...made);
    } catch (error) {
      const line: Line = { kind: 'failed', line: { name: delivered.item.name, error: toArmillaryError(error).toWire() } };
      all.lines.push({ file: delivered.file, line });
    }
  }
  return all;
}

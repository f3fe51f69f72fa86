import type { ChangedDocument, Context } from '../kernel/context.ts';
import { toArmillaryError } from '../kernel/errors.ts';
import { type AnalysedDocument, feedDocuments } from '../search/index.ts';
import { insertItem, type Line } from './insert.ts';
import type { FileToRead } from './prepared.ts';
import type { Inbox } from './threads/inbox.ts';
import type { Delivered } from './threads/pool.ts';

/**
 * What the rows of one transaction may take, so that other calls are answered between two of them: indexing what they
 * hold and writing the log takes five times as long again. Milliseconds.
 */
const mostMs = 10;
const mostItems = 500;

export interface Written {
  lines: { file: FileToRead; line: Line }[];
  throughWith: FileToRead[];
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

type OfItems = Omit<Written, 'throughWith'>;

/** The documents that a transaction made; gives those that the clients are told of with it. */
type News = (made: readonly ChangedDocument[]) => readonly ChangedDocument[];

/** Writes some of what has come, in one transaction. Where that fails, each item in one of its own: only what cannot be written fails. */
export function writeSome(context: Context, inbox: Inbox, news: News): Written {
  const taken: Delivered[] = [];
  const throughWith: FileToRead[] = [];
  let written: OfItems;
  try {
    written = inTransaction(context, news, function* () {
      const end = performance.now() + mostMs;
      while (taken.length < mostItems && performance.now() < end) {
        const next = inbox.take();
        if (next === undefined) return;
        if (next.kind === 'through') {
          throughWith.push(next.file);
        } else {
          taken.push(next.delivered);
          yield next.delivered;
        }
      }
    });
  } catch {
    // What each of them has to say comes below.
    written = oneByOne(context, taken, news);
  }
  return { ...written, throughWith: throughWith.filter((file) => !written.unknown.includes(file)) };
}

function inTransaction(context: Context, news: News, items: () => Iterable<Delivered>): OfItems {
  return context.write((change) => {
    const lines: Written['lines'] = [];
    const unknown: FileToRead[] = [];
    const references: ReferencesFile[] = [];
    const made: ChangedDocument[] = [];
    const toIndex: AnalysedDocument[] = [];
    for (const { file, item, bytes } of items()) {
      const { name, outcome } = item;
      if (outcome.kind === 'references') {
        references.push({ file, name, bytes: outcome.bytes });
        continue;
      }
      const inserted = insertItem(context, change, { name, outcome, bytes });
      if (inserted === null) {
        unknown.push(file);
        continue;
      }
      const { line } = inserted;
      lines.push({ file, line });
      if (line.kind === 'imported') made.push({ id: line.line.documentId, revision: 1 });
      if (inserted.toIndex !== null) toIndex.push(inserted.toIndex);
    }
    feedDocuments(context.db, toIndex);
    const told = news(made);
    if (told.length > 0) change.changed('documents', ...told);
    return { lines, unknown, references };
  });
}

function oneByOne(context: Context, items: readonly Delivered[], news: News): OfItems {
  const all: OfItems = { lines: [], unknown: [], references: [] };
  for (const delivered of items) {
    try {
      const { lines, unknown, references } = inTransaction(context, news, () => [delivered]);
      all.lines.push(...lines);
      all.unknown.push(...unknown);
      all.references.push(...references);
    } catch (error) {
      const line: Line = { kind: 'failed', line: { name: delivered.item.name, error: toArmillaryError(error).toWire() } };
      all.lines.push({ file: delivered.file, line });
    }
  }
  return all;
}

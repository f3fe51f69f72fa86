import type { Database } from 'better-sqlite3';
import { similarFrom } from '../../../contract/index.ts';
import { runJob } from '../jobs/run.ts';
import type { Running } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { bands } from './signature.ts';

interface Queued {
  n: number;
  /** Null for a document that is gone. */
  revision: number | null;
  language: string;
  text: string;
}

interface Pair {
  n: number;
  other: number;
  similarity: number;
}

/** Documents and characters (UTF-16) taken in at once: few enough that a search waits no longer than it takes to notice. */
const mostAtOnce = 20;
const mostCharacters = 100_000;

/**
 * Documents that one is compared with, those that share the most bands. A group of more copies holds together all the same:
 * each is compared with the earliest of them.
 */
const mostCompared = 30;

const queued = statement<[], Omit<Queued, 'text'> & { characters: number }>(`
  SELECT q.document_n AS n, d.revision, coalesce(d.language, 'und') AS language, coalesce(length(b.text), 0) AS characters
    FROM similar_queue q LEFT JOIN documents d ON d.n = q.document_n LEFT JOIN bodies b ON b.document_id = d.id
   ORDER BY q.document_n LIMIT ${mostAtOnce}`);
const textOf = statement<[number], { language: string; text: string }>(
  'SELECT d.language, b.text FROM documents d JOIN bodies b ON b.document_id = d.id WHERE d.n = ?',
);
const revisionOf = statement<[number], number>('SELECT revision FROM documents WHERE n = ?');
const waiting = statement<[], number>('SELECT count(*) FROM similar_queue');

const signatureOf = statement<[number], { bands: Buffer }>('SELECT bands FROM signatures WHERE document_n = ?');
const dropSignature = statement<[number]>('DELETE FROM signatures WHERE document_n = ?');
const dropBand = statement<[number, number]>('DELETE FROM signature_bands WHERE band = ? AND document_n = ?');
const addSignature = statement<[number, Buffer]>('INSERT INTO signatures (document_n, bands) VALUES (?, ?)');
const addBand = statement<[number, number]>('INSERT OR IGNORE INTO signature_bands (band, document_n) VALUES (?, ?)');
const sharing = statement<[string, number], { n: number }>(`
  SELECT s.document_n AS n FROM json_each(?) key CROSS JOIN signature_bands s ON s.band = key.value
   WHERE s.document_n <> ? GROUP BY s.document_n ORDER BY count(*) DESC, s.document_n LIMIT ${mostCompared}`);

const dropPairs = statement<[{ n: number }]>('DELETE FROM similar WHERE document_n = @n OR other_n = @n');
const addPair = statement<[Pair]>(`
  INSERT OR REPLACE INTO similar (document_n, other_n, similarity)
  SELECT column1, column2, @similarity FROM (VALUES (@n, @other), (@other, @n))
   WHERE (SELECT count(*) FROM documents WHERE n IN (@n, @other)) = 2`);
const unqueue = statement<[number]>('DELETE FROM similar_queue WHERE document_n = ?');

/** How many documents are still to be compared. */
export function stillToTakeIn(db: Database): number {
  return waiting(db).pluck().get() ?? 0;
}

/**
 * Signs some of the documents that are queued, and compares each with those whose signatures are like its own. What changes
 * meanwhile stays queued. Says how many documents it took in, and whether a pair came or went.
 */
export async function takeInSome(db: Database, running: Running): Promise<{ taken: number; changed: boolean }> {
  const batch = nextBatch(db);
  const { signal } = running;
  const present = batch.filter(({ revision }) => revision !== null);
  const signed = await runJob(running, 'signTexts', charactersOf(present), { texts: present });
  signal.throwIfAborted();
  const bandsBy = new Map(present.map(({ n }, at) => [n, signed[at] ?? null]));
  const isStill = ({ n, revision }: Queued) => (revisionOf(db).pluck().get(n) ?? null) === revision;
  db.transaction(() => {
    for (const document of batch) if (isStill(document)) sign(db, document.n, bandsBy.get(document.n) ?? null);
  }).immediate();

  const pairs: Pair[] = [];
  for (const document of present) pairs.push(...(await compare(db, running, document, bandsBy.get(document.n) ?? null)));

  let changed = false;
  db.transaction(() => {
    const done = batch.filter(isStill);
    const doneNumbers = new Set(done.map(({ n }) => n));
    for (const n of doneNumbers) {
      if (dropPairs(db).run({ n }).changes > 0) changed = true;
      unqueue(db).run(n);
    }
    for (const pair of pairs) if (doneNumbers.has(pair.n) && addPair(db).run(pair).changes > 0) changed = true;
  }).immediate();
  return { taken: batch.length, changed };
}

function nextBatch(db: Database): Queued[] {
  const batch: Queued[] = [];
  let characters = 0;
  for (const { characters: own, ...document } of queued(db).all()) {
    if (batch.length > 0 && characters + own > mostCharacters) break;
    characters += own;
    batch.push({ ...document, text: textOf(db).get(document.n)?.text ?? '' });
  }
  return batch;
}

function sign(db: Database, n: number, keys: Int32Array | null): void {
  const before = signatureOf(db).get(n)?.bands;
  if (before !== undefined) {
    for (let band = 0; band < bands; band += 1) dropBand(db).run(before.readInt32LE(band * 4), n);
    dropSignature(db).run(n);
  }
  if (keys === null) return;
  const stored = Buffer.alloc(bands * 4);
  keys.forEach((key, band) => {
    stored.writeInt32LE(key, band * 4);
    addBand(db).run(key, n);
  });
  addSignature(db).run(n, stored);
}

async function compare(db: Database, running: Running, one: Queued, keys: Int32Array | null): Promise<Pair[]> {
  if (keys === null) return [];
  const others = sharing(db)
    .all(JSON.stringify([...keys]), one.n)
    .flatMap(({ n }) => {
      const other = textOf(db).get(n);
      return other === undefined ? [] : { n, ...other };
    });
  if (others.length === 0) return [];
  const similarities = await runJob(running, 'resemblances', charactersOf([one, ...others]), { one, others });
  running.signal.throwIfAborted();
  return others.flatMap(({ n }, at) => {
    const similarity = similarities[at] ?? 0;
    return similarity < similarFrom ? [] : { n: one.n, other: n, similarity };
  });
}

function charactersOf(texts: readonly { text: string }[]): number {
  return texts.reduce((sum, { text }) => sum + text.length, 0);
}

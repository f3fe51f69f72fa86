/** Where a reader's thread begins: it reads files, one after another, and knows no notebook. */
import { parentPort } from 'node:worker_threads';
import { createPack, type Pack } from '../pack.ts';
import { failed, prepareFile } from '../prepare.ts';
import type { FileToRead, Item } from '../prepared.ts';
import { readPath } from '../read-path.ts';
import { onLife } from './life.ts';
import type { Chunk, FromReader, ToReader } from './worker-messages.ts';

/** What is sent in one message at most, about, so that little lies in memory twice. UTF-16 code units. */
const chunkLength = 4_000_000;
/** A file of many documents, or of many pages, says so often that it is alive. Milliseconds. */
const chunkMs = 1_000;

if (parentPort === null) throw new Error('reader-worker runs in a worker thread alone');
const port = parentPort;

interface ItemParts {
  isKnown(sha256: string): boolean;
  keep(kept: Chunk['kept'][number]): void;
  /** What goes with the chunk under way. */
  pack(): Pack;
}

/** What need not be read, by import. */
const known = new Map<number, ReadonlySet<string>>();
let mayGoOn: () => void = () => undefined;
/** One job after another, in the order they came. */
let work: Promise<void> = Promise.resolve();

function send(message: FromReader, buffers: ArrayBuffer[] = []): void {
  port.postMessage(message, buffers);
}

port.on('message', (message: ToReader) => {
  if (message.type === 'more') mayGoOn();
  else if (message.type === 'begin') known.set(message.run, message.known);
  else if (message.type === 'end') known.delete(message.run);
  else work = work.then(() => read(message));
});
let shown = performance.now();
onLife(() => {
  if (performance.now() - shown < chunkMs) return;
  shown = performance.now();
  send({ type: 'life' });
});
send({ type: 'ready' });

async function read({ run, job, files }: Extract<ToReader, { type: 'read' }>): Promise<void> {
  const isKnown = (sha256: string) => known.get(run)?.has(sha256) ?? false;
  let chunk = emptyChunk(job, 0);
  let pack = createPack();
  let length = 0;
  let begun = performance.now();
  for (const [index, file] of files.entries()) {
    for await (const item of itemsOf(file, index, { isKnown, keep: (kept) => chunk.kept.push(kept), pack: () => pack })) {
      chunk.items.push({ file: index, item });
      length += lengthOf(item);
      if (length < chunkLength && performance.now() - begun < chunkMs) continue;
      await sendAndWait(chunk, pack);
      chunk = emptyChunk(job, index);
      pack = createPack();
      length = 0;
      begun = performance.now();
    }
    chunk.done = index + 1;
  }
  send({ ...chunk, last: true }, pack.buffers());
}

function sendAndWait(chunk: Chunk, pack: Pack): Promise<void> {
  send(chunk, pack.buffers());
  return new Promise((resolve) => {
    mayGoOn = resolve;
  });
}

function emptyChunk(job: number, done: number): Chunk {
  return { type: 'chunk', job, items: [], kept: [], done, last: false };
}

async function* itemsOf(
  { name, from, table }: FileToRead,
  file: number,
  { isKnown, keep, pack }: ItemParts,
): AsyncGenerator<Item, void, undefined> {
  if ('error' in from) {
    yield { name, outcome: { kind: 'failed', error: from.error } };
    return;
  }
  let given: Uint8Array;
  try {
    given = 'bytes' in from ? from.bytes : readPath(from.path);
  } catch (error) {
    yield failed(name, error);
    return;
  }
  yield* prepareFile({
    name,
    bytes: given,
    table,
    isKnown,
    keep: (sha256, bytes) => keep({ sha256, file, bytes: 'bytes' in from && bytes === given ? null : pack().add(bytes) }),
    pack,
  });
}

function lengthOf({ outcome }: Item): number {
  if (outcome.kind === 'references') return outcome.bytes.byteLength;
  return outcome.kind === 'read' ? outcome.document.text.byteLength + outcome.document.state.byteLength : 0;
}

/** Where a reader's thread begins: it reads files, one after another, and knows no notebook. */
import { parentPort } from 'node:worker_threads';
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

type Keep = (kept: Chunk['kept'][number]) => void;

/** What need not be read, by import. */
const known = new Map<number, ReadonlySet<string>>();
let mayGoOn: () => void = () => undefined;
/** One job after another, in the order they came. */
let work: Promise<void> = Promise.resolve();

function send(message: FromReader): void {
  port.postMessage(message);
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
  let length = 0;
  let begun = performance.now();
  for (const [index, file] of files.entries()) {
    for await (const item of itemsOf(file, index, (kept) => chunk.kept.push(kept), isKnown)) {
      chunk.items.push({ file: index, item });
      length += lengthOf(item);
      if (length < chunkLength && performance.now() - begun < chunkMs) continue;
      await sendAndWait(chunk);
      chunk = emptyChunk(job, index);
      length = 0;
      begun = performance.now();
    }
    chunk.done = index + 1;
  }
  send({ ...chunk, last: true });
}

function sendAndWait(chunk: Chunk): Promise<void> {
  send(chunk);
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
  keep: Keep,
  isKnown: (sha256: string) => boolean,
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
    keep: (sha256, bytes) => keep({ sha256, file, bytes: 'bytes' in from && bytes === given ? null : bytes }),
  });
}

function lengthOf({ outcome }: Item): number {
  if (outcome.kind === 'references') return outcome.bytes.byteLength;
  return outcome.kind === 'read' ? 2 * outcome.document.text.length + outcome.document.state.length : 0;
}

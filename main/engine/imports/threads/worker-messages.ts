import type { FileToRead, Item } from '../prepared.ts';

/** What the engine sends a reader's thread. */
export type ToReader =
  /** SHA-256 of files that need not be read in this import: the notebook has them. */
  | { type: 'begin'; run: number; known: ReadonlySet<string> }
  | { type: 'read'; run: number; job: number; files: readonly FileToRead[] }
  | { type: 'end'; run: number }
  /** There is room for more of the file whose first part was sent. */
  | { type: 'more' };

/** Some of what came of a job, in order. */
export interface Chunk {
  type: 'chunk';
  job: number;
  items: { file: number; item: Item }[];
  /** What the items come from, by its SHA-256; null for the bytes that were sent along with the job. */
  kept: { sha256: string; file: number; bytes: Uint8Array | null }[];
  /** How many of the job's files are through. */
  done: number;
  /** Whether the job is. Where it is not, the thread waits for `more`. */
  last: boolean;
}

/** What a reader's thread sends the engine. `ready` comes first, once; `life` while it gets on with a long file. */
export type FromReader = { type: 'ready' } | { type: 'life' } | Chunk;

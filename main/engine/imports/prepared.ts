import type { Source, TableReading, WireError } from '../../../contract/index.ts';
import type { Streams } from '../search/analyser/streams.ts';
import type { Encoding } from './readers.ts';

/** A document with all that the notebook keeps of it worked out, so that writing it is nothing but inserting rows. */
export interface Prepared {
  title: string;
  language: string;
  words: number;
  /** Editor state as JSON in UTF-8, as is the text: so they go to the writer's thread, and so they are kept. */
  state: Uint8Array;
  text: Uint8Array;
  source: Source;
  /** What the full-text index takes in. */
  index: { title: Streams; body: Streams };
  original: {
    mediaType: string;
    /** Of the file it comes from. */
    sha256: string;
    /** Which part of that file it is; empty: all of it. */
    part: string;
    /** How the table was read that it is a row of, in words; empty where it is none. */
    readAs: string;
    encoding: Encoding | null;
    notices: readonly string[];
  };
}

/**
 * What came of a file, or of one of those in it. `said` is what the report says of it. `isChosen`: a person said how the table is
 * read that it is a row of; a document that was made of the row by another reading is not the same then.
 */
export type Outcome =
  | { kind: 'read'; document: Prepared; said: readonly string[]; isChosen: boolean }
  /** A list of references: what is known of documents, and so a matter of the notebook's. */
  | { kind: 'references'; bytes: Uint8Array }
  /** The notebook has it already, or had when the import began. */
  | { kind: 'known'; sha256: string }
  | { kind: 'failed'; error: WireError };

export interface Item {
  /** The file's name; of one in an archive, after the archive's. */
  name: string;
  outcome: Outcome;
}

/** A file to be read: by its bytes, or by its path where this program itself goes through a folder; or why it cannot be. */
export interface FileToRead {
  name: string;
  /** As far as known; bounds the time it may take. Bytes. */
  size: number;
  from: { bytes: Uint8Array } | { path: string } | { error: WireError };
  /** How it is read where it is a table, or the tables in it. */
  table?: TableReading | undefined;
}

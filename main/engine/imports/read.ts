import { ArmillaryError } from '../../../contract/index.ts';
import { boundKind, kindOf } from './kind.ts';
import { type FileKind, kinds } from './kinds.ts';
import { type Encoding, readers } from './readers.ts';
import { finishDraft, type Reading } from './reading.ts';

export interface FileReading extends Reading {
  mediaType: string;
  /** What the text was read in; null for what is not text. */
  encoding: Encoding | null;
}

/** How a person wants a file read. */
export interface ReadOptions {
  /** A label of an encoding; default: what the file declares or looks like. */
  encoding?: string | undefined;
}

/** What a file is, where it is one that is read. Throws an `ArmillaryError` where it is not. */
export function judge(name: string, bytes: Uint8Array): FileKind {
  if (bytes.byteLength === 0) throw new ArmillaryError('invalid', 'This file is empty. There is nothing to import.');
  const kind = kindOf(name, bytes);
  boundKind(kind, bytes.byteLength);
  return kind;
}

/** Reads a file that is one document. Throws an `ArmillaryError` that says why it cannot be imported. */
export async function readFile(name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<FileReading> {
  return readKind(judge(name, bytes), name, bytes, options);
}

/** As `readFile`, for a file of a known kind. */
export async function readKind(kind: FileKind, name: string, bytes: Uint8Array, { encoding: chosen }: ReadOptions): Promise<FileReading> {
  const read = readers[kind];
  if (read === undefined) {
    throw new ArmillaryError(
      'unsupported',
      `This is ${kinds[kind].label}, which holds several documents, and one is needed here. Nothing was changed: take one of those in it.`,
    );
  }
  const { draft, encoding } = await read(bytes, chosen);
  return { ...finishDraft(draft, { fileName: name }), mediaType: kinds[kind].mediaType, encoding };
}

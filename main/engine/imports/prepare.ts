import { ArmillaryError, type WireError } from '../../../contract/index.ts';
import { countWords } from '../documents/words.ts';
import { sha256Of } from '../kernel/sha256.ts';
import { streamsOf } from '../search/streams.ts';
import type { Item, Prepared } from './prepared.ts';
import { type FileReading, judge, readKind } from './read.ts';

interface Prepare {
  name: string;
  bytes: Uint8Array;
  /** What the notebook has already. */
  isKnown(sha256: string): boolean;
  /** Called with the bytes that items come from, before the first of them. */
  keep(sha256: string, bytes: Uint8Array): void;
}

/** What comes of a file, one item after another; of an archive or a table, many. Never throws. */
export async function* prepareFile({ name, bytes, isKnown, keep }: Prepare): AsyncGenerator<Item, void, undefined> {
  const sha256 = sha256Of(bytes);
  if (isKnown(sha256)) {
    yield { name, outcome: { kind: 'known', sha256 } };
    return;
  }
  try {
    const kind = judge(name, bytes);
    const reading = await readKind(kind, name, bytes, {});
    keep(sha256, bytes);
    yield { name, outcome: { kind: 'read', document: workOut(reading, sha256) } };
  } catch (error) {
    yield failed(name, error);
  }
}

function workOut({ title, language, source, state, text, mediaType, encoding, notices }: FileReading, sha256: string, part = ''): Prepared {
  return {
    title,
    language,
    source,
    text,
    state: JSON.stringify(state),
    words: countWords(text, language),
    index: { title: streamsOf(title, language), body: streamsOf(text, language) },
    original: { mediaType, sha256, part, encoding, notices },
  };
}

export function failed(name: string, error: unknown): Item {
  return { name, outcome: { kind: 'failed', error: wordsOf(error) } };
}

/** A reader's error for the analyst. What no reader foresaw is most likely a damaged file. */
function wordsOf(error: unknown): WireError {
  if (error instanceof ArmillaryError) return error.toWire();
  const message = 'This file could not be read: it is damaged, or written in a way that Armillary does not know. It was not imported.';
  return { kind: 'invalid', message, details: String(error) };
}

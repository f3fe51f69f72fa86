import { countWords } from '../../../anchoring/index.ts';
import { ArmillaryError, isReferencesName, type TableReading, type WireError } from '../../../contract/index.ts';
import { sha256Of } from '../kernel/sha256.ts';
import { createByteList } from '../search/analyser/byte-list.ts';
import { addStreams, type Streams } from '../search/analyser/streams.ts';
import { openBibliography } from './bibliography/kind.ts';
import { isTable, type TableKind } from './formats/table-kinds.ts';
import type { Pack } from './pack.ts';
import type { Item, Prepared } from './prepared.ts';
import { type FileReading, judge, readKind } from './read.ts';

interface Prepare {
  name: string;
  bytes: Uint8Array;
  /** How it is read where it is a table, or the tables in it. */
  table?: TableReading | undefined;
  /** What the notebook has already. */
  isKnown(sha256: string): boolean;
  /** Called with the bytes that items come from, before the first of them. */
  keep(sha256: string, bytes: Uint8Array): void;
  /** Takes what is worked out. */
  pack: () => Pack;
}

/** What comes of a file, one item after another; of an archive or a table, many. Never throws. */
export async function* prepareFile(given: Prepare): AsyncGenerator<Item, void, undefined> {
  const { name, bytes, isKnown, keep, pack } = given;
  try {
    if (isReferencesName(name)) {
      openBibliography(name, bytes);
      yield { name, outcome: { kind: 'references', bytes } };
      return;
    }
    const sha256 = sha256Of(bytes);
    if (isKnown(sha256)) {
      yield { name, outcome: { kind: 'known', sha256 } };
      return;
    }
    const kind = judge(name, bytes);
    if (kind === 'zip') {
      yield* prepareArchive(given);
    } else if (isTable(kind)) {
      yield* prepareRows(kind, given, sha256);
    } else {
      const reading = await readKind(kind, name, bytes, {});
      const document = workOut(pack(), reading, { sha256 });
      keep(sha256, bytes);
      yield { name, outcome: { kind: 'read', document, said: document.original.notices, isChosen: false } };
    }
  } catch (error) {
    yield failed(name, error);
  }
}

/** Each file in an archive is an original of its own. */
async function* prepareArchive({ name, bytes, ...rest }: Prepare): AsyncGenerator<Item, void, undefined> {
  const { filesIn } = await import('./formats/archive.ts');
  let any = false;
  for await (const file of filesIn(name, bytes)) {
    any = true;
    if ('error' in file) yield failed(file.name, file.error);
    else yield* prepareFile({ ...rest, ...file });
  }
  if (!any) throw new ArmillaryError('invalid', 'There is no file in this archive. Nothing was imported.');
}

/** Each row of a table is a document; their original is the whole table, once. */
async function* prepareRows(
  kind: TableKind,
  { name, bytes, table, keep, pack }: Prepare,
  sha256: string,
): AsyncGenerator<Item, void, undefined> {
  const { rowsOf } = await import('./formats/rows.ts');
  keep(sha256, bytes);
  const isChosen = Object.keys(table ?? {}).length > 0;
  for await (const { part, reading, said, readAs } of rowsOf(kind, name, bytes, table)) {
    const called = `${name}, ${part}`;
    if (reading instanceof ArmillaryError) yield failed(called, reading);
    else yield { name: called, outcome: { kind: 'read', document: workOut(pack(), reading, { sha256, part, readAs }), said, isChosen } };
  }
}

/** What a reading comes from. */
type From = Pick<Prepared['original'], 'sha256'> & Partial<Pick<Prepared['original'], 'part' | 'readAs'>>;

function workOut(pack: Pack, reading: FileReading, { sha256, part = '', readAs = '' }: From): Prepared {
  const { title, language, source, state, text, mediaType, encoding, notices } = reading;
  return {
    title,
    language,
    source,
    text: pack.addText(text),
    state: pack.addText(JSON.stringify(state)),
    words: countWords(text, language),
    index: { title: packStreams(pack, title, language), body: packStreams(pack, text, language) },
    original: { mediaType, sha256, part, readAs, encoding, notices },
  };
}

/** Where streams are gathered before their length is known. */
const gathered = { exact: createByteList(1 << 16), stems: createByteList(1 << 16) };

function packStreams(pack: Pack, text: string, language: string): Streams {
  const { exact, stems } = gathered;
  exact.length = 0;
  stems.length = 0;
  addStreams(gathered, text, language);
  return { exact: pack.add(exact.bytes.subarray(0, exact.length)), stems: pack.add(stems.bytes.subarray(0, stems.length)) };
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

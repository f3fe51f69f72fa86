import { ArmillaryError } from '../../../../contract/index.ts';
import { openZip, type ZipEntry, type ZipLimits } from '../containers/zip.ts';

/** A file in an archive, or why it cannot be read. */
export type ArchivedFile = { name: string; bytes: Uint8Array } | { name: string; error: ArmillaryError };

/** What an archive, with all archives in it, may come to. Bytes. */
const limits: ZipLimits = { entries: 50_000, entryBytes: 256_000_000, totalBytes: 2_000_000_000 };
/** Archives within archives. */
const deepest = 4;

/** What is left of the limits while archives within archives are read. */
interface Budget {
  entries: number;
  bytes: number;
}

/**
 * The files of a ZIP archive one by one, those of archives within it too, each named by its path: `reports.zip/2026/May.docx`.
 * One that cannot be read is given with the reason and stops none of the others. Throws where the archive itself cannot be read.
 */
export async function* filesIn(name: string, bytes: Uint8Array): AsyncGenerator<ArchivedFile> {
  yield* filesOf(name, bytes, { entries: limits.entries, bytes: limits.totalBytes }, 1);
}

async function* filesOf(archive: string, bytes: Uint8Array, budget: Budget, depth: number): AsyncGenerator<ArchivedFile> {
  const entries = await openZip(bytes, { ...limits, entries: budget.entries, totalBytes: budget.bytes });
  budget.entries -= entries.length;
  for (const entry of entries) {
    if (entry.isFolder || isLitter(entry.name)) continue;
    const name = `${archive}/${entry.name}`;
    const file = await unpack(name, entry, budget);
    if ('error' in file || !isArchive(entry.name)) yield file;
    else yield* filesWithin(file, budget, depth + 1);
  }
}

async function unpack(name: string, entry: ZipEntry, budget: Budget): Promise<ArchivedFile> {
  try {
    if (entry.refused === null && entry.size > budget.bytes) throw tooMuch();
    const bytes = await entry.read();
    budget.bytes -= bytes.byteLength;
    return { name, bytes };
  } catch (error) {
    if (error instanceof ArmillaryError) return { name, error };
    throw error;
  }
}

/** An archive within an archive; where it cannot be read, the ones around it go on. */
async function* filesWithin(
  { name, bytes }: { name: string; bytes: Uint8Array },
  budget: Budget,
  depth: number,
): AsyncGenerator<ArchivedFile> {
  if (depth > deepest) {
    const words = `Archives are packed in one another more than ${deepest} deep. This one was not imported: unpack it yourself and import what is in it.`;
    yield { name, error: new ArmillaryError('unsupported', words) };
    return;
  }
  try {
    yield* filesOf(name, bytes, budget, depth);
  } catch (error) {
    if (!(error instanceof ArmillaryError)) throw error;
    yield { name, error };
  }
}

function tooMuch(): ArmillaryError {
  return new ArmillaryError(
    'invalid',
    `The archive unpacks to more than ${limits.totalBytes / 1_000_000_000} GB, with the archives in it. This file was not imported: unpack the archive yourself and import what you need.`,
  );
}

function isArchive(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** What systems leave behind in folders and nobody wrote. */
function isLitter(name: string): boolean {
  const parts = name.split('/');
  return parts.includes('__MACOSX') || /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|~\$.*)$/i.test(parts.at(-1) ?? '');
}

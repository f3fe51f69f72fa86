import { type EngineClient, type ImportFile, isTableName, type TablePreview, type TableReading } from '../../../contract/index.ts';
import type { FileToImport } from '../import-files.ts';
import type { Work } from '../import-work.ts';
import { askAboutTable } from './question.ts';

/**
 * Asks how each table among the files is to be read that the analyst chose by itself; those of a folder are guessed. Gives the
 * files with the answers and the names of tables that are to stay out. Null where the analyst gave the import up.
 */
export async function withTableReadings(
  engine: EngineClient,
  files: readonly FileToImport[],
  { signal, hold }: Work,
): Promise<{ files: FileToImport[]; leftOut: string[] } | null> {
  const ready: FileToImport[] = [];
  const leftOut: string[] = [];
  const alike = new Map<string, TableReading>();
  let waiting = files.filter(isAskedAbout).length;
  for (const file of files) {
    if (!isAskedAbout(file)) {
      ready.push(file);
      continue;
    }
    waiting -= 1;
    const looked = await look(engine, file, signal);
    if (signal.aborted) return null;
    if (looked === null) {
      // The import itself says what is wrong with it.
      ready.push(file);
      continue;
    }
    const read = { ...file, read: () => Promise.resolve(looked.file.bytes) };
    const columns = JSON.stringify(looked.preview.names);
    const known = alike.get(columns);
    if (known !== undefined) {
      ready.push({ ...read, table: known });
      continue;
    }
    hold(true);
    const answer = await askAboutTable(engine, { ...looked, others: waiting, canSkip: files.length > 1 });
    hold(false);
    if (answer === 'cancel') return null;
    if (answer === 'skip') {
      leftOut.push(file.name);
      continue;
    }
    ready.push({ ...read, table: answer.reading });
    if (answer.forAlike) alike.set(columns, ofAlike(answer.reading));
  }
  return { files: ready, leftOut };
}

function isAskedAbout({ name, fromFolder = false }: FileToImport): boolean {
  return !fromFolder && isTableName(name);
}

async function look(
  engine: EngineClient,
  { name, read }: FileToImport,
  signal: AbortSignal,
): Promise<{ file: ImportFile; preview: TablePreview } | null> {
  try {
    const file = { name, bytes: await read() };
    return { file, preview: await engine.call('imports.previewTable', { file }, { signal }) };
  } catch {
    return null;
  }
}

/** What of an answer holds for tables with the same columns: each has its own sheets, delimiter and encoding. */
function ofAlike({ sheet: _sheet, delimiter: _delimiter, encoding: _encoding, ...reading }: TableReading): TableReading {
  return reading;
}

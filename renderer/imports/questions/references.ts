import { type BibliographyReport, type EngineClient, type ImportReport, isReferencesName } from '../../../contract/index.ts';
import { addTo, type FileToImport, importFiles } from '../import-files.ts';
import type { Work } from '../import-work.ts';
import { askAboutReferences } from './question.ts';

/** Whether the analyst is shown what a file would do before it does it: a list of references that was chosen by itself. */
export function isListToShow({ name, fromFolder = false }: FileToImport): boolean {
  return !fromFolder && isReferencesName(name);
}

/** Takes in lists of references one after another, each when the analyst has seen what it would do; adds what came of them to the report. */
export async function importLists(engine: EngineClient, lists: readonly FileToImport[], report: ImportReport, work: Work): Promise<void> {
  for (const list of lists) {
    const preview = await look(engine, list, work.signal);
    if (work.signal.aborted || (preview !== null && (await asked(engine, list.name, preview, work)) === 'cancel')) {
      report.cancelled.push(list.name);
    } else {
      // One that could not be looked at fails here too, with its reason.
      addTo(report, await importFiles(engine, [list], work));
    }
  }
}

async function asked(engine: EngineClient, name: string, preview: BibliographyReport, { hold }: Work): Promise<'import' | 'cancel'> {
  hold(true);
  const answer = await askAboutReferences(engine, { name, preview });
  hold(false);
  return answer;
}

async function look(engine: EngineClient, { name, read }: FileToImport, signal: AbortSignal): Promise<BibliographyReport | null> {
  try {
    return await engine.call('imports.bibliography', { file: { name, bytes: await read() }, preview: true }, { signal });
  } catch {
    return null;
  }
}

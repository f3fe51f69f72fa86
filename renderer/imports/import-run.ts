import { create } from 'zustand';
import { ArmillaryError, type EngineClient, type ImportReport, isReferencesName, type Progress } from '../../contract/index.ts';
import { notify, notifyError } from '../ui/index.ts';
import { recordSteps } from '../undo/timeline.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { type FileToImport, importFiles } from './import-files.ts';
import type { Work } from './import-work.ts';
import { importLists, isListToShow } from './questions/references.ts';
import { withTableReadings } from './questions/tables.ts';
import { createStopwatch } from './stopwatch.ts';

/** An import under way. */
export interface RunningImport extends Progress {
  paused: boolean;
  /** Seconds it has worked, pauses left out. */
  seconds(): number;
  setPaused(paused: boolean): void;
  cancel(): void;
}

interface ImportRun {
  running: RunningImport | null;
  /** What became of the last one. */
  report: ImportReport | null;
}

export const useImportRun = create<ImportRun>()(() => ({ running: null, report: null }));

/** Imports files and says what became of them. `files` may still be on their way: folders are being walked. */
export function runImport(engine: EngineClient, files: Promise<FileToImport[]>): Promise<void> {
  return run(engine, async (work) => {
    const found = await files;
    if (found.length === 0) return null;
    const lists = found.filter(isListToShow);
    const tables = await withTableReadings(engine, inOrder(found.filter((file) => !isListToShow(file))), work);
    if (tables === null) return null;
    const report = await importFiles(engine, tables.files, work);
    report.cancelled.push(...tables.leftOut);
    await importLists(engine, lists, report, work);
    return report;
  });
}

/** Lists of references last, so that the documents they are about are there. */
function inOrder(files: readonly FileToImport[]): FileToImport[] {
  const isList = ({ name }: FileToImport) => isReferencesName(name);
  return [...files.filter((file) => !isList(file)), ...files.filter(isList)];
}

/** Imports a folder that the engine reads itself, by the grant of the host. */
export function runFolderImport(engine: EngineClient, grant: string): Promise<void> {
  return run(engine, async ({ signal, onProgress, onPause }) => {
    const name = crypto.randomUUID();
    onPause((paused) => void engine.call('imports.pause', { run: name, paused }).catch(notifyError));
    // What was told on the way is known even where the engine is lost before it answers.
    const told: ImportReport = { imported: [], skipped: [], failed: [], cancelled: [] };
    const listen = (progress: Progress) => {
      told.imported.push(...(progress.report?.imported ?? []));
      told.skipped.push(...(progress.report?.skipped ?? []));
      told.failed.push(...(progress.report?.failed ?? []));
      onProgress(progress);
    };
    try {
      return await engine.call('imports.folder', { grant, run: name }, { signal, onProgress: listen });
    } catch (error) {
      if (told.imported.length > 0) useImportRun.setState({ report: told });
      throw error;
    }
  });
}

async function run(engine: EngineClient, work: (how: Work) => Promise<ImportReport | null>): Promise<void> {
  if (useImportRun.getState().running !== null) {
    notify({ message: 'An import is under way. Wait for it or cancel it, then import these files again.' });
    return;
  }
  const stopping = new AbortController();
  const watch = createStopwatch();
  let tellPaused: (paused: boolean) => void = () => undefined;
  let waiting: Promise<void> = Promise.resolve();
  let goOn: () => void = () => undefined;
  const patch = (part: Partial<RunningImport>) =>
    useImportRun.setState(({ running }) => (running === null ? {} : { running: { ...running, ...part } }));
  useImportRun.setState({
    running: {
      done: 0,
      total: null,
      label: 'Looking for files',
      paused: false,
      seconds: watch.seconds,
      setPaused(paused) {
        watch.hold(paused);
        goOn();
        if (paused) {
          waiting = new Promise((resolve) => {
            goOn = resolve;
          });
        }
        tellPaused(paused);
        patch({ paused });
      },
      cancel() {
        stopping.abort();
        goOn();
      },
    },
  });
  try {
    const report = await work({
      signal: stopping.signal,
      onProgress: ({ report: _, ...progress }) => patch(progress),
      whileRunning: () => waiting,
      onPause(listener) {
        tellPaused = listener;
      },
      hold: watch.hold,
    });
    if (report === null) return;
    useImportRun.setState({ report });
    if (report.steps !== undefined) recordSteps(engine, 'Import references', report.steps);
    conclude(report);
  } catch (error) {
    if (!(error instanceof ArmillaryError && error.kind === 'cancelled')) throw error;
  } finally {
    useImportRun.setState({ running: null });
  }
}

/** One file simply opens; of several, or where something is to be told, there is a report. */
function conclude({ imported, filled = [], skipped, failed, cancelled }: ImportReport): void {
  const { openDocument, setOverlay } = useWorkspace.getState();
  const [only] = imported;
  const [there] = skipped;
  const count = imported.length + filled.length + skipped.length + failed.length + cancelled.length;
  if (count === 0) {
    notify({ message: 'There are no files to import in it.' });
  } else if (count === 1 && only !== undefined) {
    openDocument(only.documentId);
  } else if (count === 1 && there !== undefined) {
    openDocument(there.documentId);
    notify({ message: `${there.name} is in the notebook already: here it is.` });
  } else if (imported.length === count && imported.every(({ notices }) => notices.length === 0)) {
    notify({
      message: `${new Intl.NumberFormat().format(count)} documents came in.`,
      action: { label: 'Show report', run: () => setOverlay('imports') },
    });
  } else {
    setOverlay('imports');
  }
}

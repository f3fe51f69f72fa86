import { create } from 'zustand';
import { ArmillaryError, type EngineClient, type ImportReport, type Progress } from '../../contract/index.ts';
import { notify } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { type FileToImport, importFiles } from './import-files.ts';
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

interface Work {
  signal: AbortSignal;
  onProgress(progress: Progress): void;
  /** Resolves when the import is not, or no longer, paused. */
  whileRunning(): Promise<void>;
  /** Told when the analyst pauses it and lets it go on. */
  onPause(listener: (paused: boolean) => void): void;
}

/** Imports files and says what became of them. `files` may still be on their way: folders are being walked. */
export function runImport(engine: EngineClient, files: Promise<FileToImport[]>): Promise<void> {
  return run(async (work) => {
    const found = await files;
    return found.length === 0 ? null : importFiles(engine, found, work);
  });
}

/** Imports a folder that the engine reads itself, by the grant of the host. */
export function runFolderImport(engine: EngineClient, grant: string): Promise<void> {
  return run(async ({ signal, onProgress, onPause }) => {
    const name = crypto.randomUUID();
    onPause((paused) => void engine.call('imports.pause', { run: name, paused }).catch(() => undefined));
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

async function run(work: (how: Work) => Promise<ImportReport | null>): Promise<void> {
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
    });
    if (report === null) return;
    useImportRun.setState({ report });
    conclude(report);
  } catch (error) {
    if (!(error instanceof ArmillaryError && error.kind === 'cancelled')) throw error;
  } finally {
    useImportRun.setState({ running: null });
  }
}

/** One file simply opens; of several, or where something is to be told, there is a report. */
function conclude({ imported, skipped, failed, cancelled }: ImportReport): void {
  const { openDocument, setOverlay } = useWorkspace.getState();
  const [only] = imported;
  const [there] = skipped;
  const count = imported.length + skipped.length + failed.length + cancelled.length;
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

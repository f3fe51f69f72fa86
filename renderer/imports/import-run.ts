import { create } from 'zustand';
import type { EngineClient, ImportReport, Progress } from '../../contract/index.ts';
import { notify } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { type FileToImport, importFiles } from './import-files.ts';

interface ImportRun {
  /** The import under way. */
  running: (Progress & { cancel: () => void }) | null;
  /** What became of the last one. */
  report: ImportReport | null;
}

export const useImportRun = create<ImportRun>()(() => ({ running: null, report: null }));

/** Imports files and says what became of them. `files` may still be on their way: folders are being walked. */
export async function runImport(engine: EngineClient, files: Promise<FileToImport[]>): Promise<void> {
  if (useImportRun.getState().running !== null) {
    notify({ message: 'An import is under way. Wait for it or cancel it, then import these files again.' });
    return;
  }
  const stopping = new AbortController();
  const show = (progress: Progress) => useImportRun.setState({ running: { ...progress, cancel: () => stopping.abort() } });
  show({ done: 0, total: null, label: 'Looking for files' });
  try {
    const found = await files;
    if (found.length === 0) return;
    show({ done: 0, total: found.length, label: found[0]?.name ?? '' });
    const report = await importFiles(engine, found, { signal: stopping.signal, onProgress: show });
    useImportRun.setState({ report });
    conclude(report);
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
  if (count === 1 && only !== undefined) {
    openDocument(only.documentId);
  } else if (count === 1 && there !== undefined) {
    openDocument(there.documentId);
    notify({ message: `${there.name} is in the notebook already: here it is.` });
  } else if (imported.length === count) {
    notify({
      message: `${new Intl.NumberFormat().format(count)} documents came in.`,
      action: { label: 'Show report', run: () => setOverlay('imports') },
    });
  } else {
    setOverlay('imports');
  }
}

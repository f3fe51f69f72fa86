import { FileDown } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useEngine } from '../engine/engine.tsx';
import { notifyError } from '../ui/index.ts';
import styles from './DropZone.module.css';
import { bringsFiles, droppedFiles } from './dropped-files.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { runImport } from './import-run.ts';

/** Takes files and folders that are dropped anywhere on the window, and shows how far their import is. */
export function DropZone({ children }: { children: ReactNode }) {
  const engine = useEngine();
  const [over, setOver] = useState(false);

  useEffect(() => {
    // Before the editor sees it: dropped files are never its affair.
    const capture = { capture: true };
    const onDragOver = (event: DragEvent) => {
      if (!bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.stopPropagation();
      runImport(engine, droppedFiles(event.dataTransfer)).catch(notifyError);
    };
    window.addEventListener('dragover', onDragOver, capture);
    window.addEventListener('dragleave', onDragLeave, capture);
    window.addEventListener('drop', onDrop, capture);
    return () => {
      window.removeEventListener('dragover', onDragOver, capture);
      window.removeEventListener('dragleave', onDragLeave, capture);
      window.removeEventListener('drop', onDrop, capture);
    };
  }, [engine]);

  return (
    <>
      {children}
      {over ? (
        <div className={styles.over}>
          <p className={styles.words}>
            <FileDown aria-hidden size={20} />
            Drop files or folders to import them
          </p>
        </div>
      ) : null}
      <ImportProgress />
    </>
  );
}

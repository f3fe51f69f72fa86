import { Button, ProgressBar } from '../ui/index.ts';
import styles from './DropZone.module.css';
import { useImportRun } from './import-run.ts';

/** How far the import is; one can go on working beside it. */
export function ImportProgress() {
  const running = useImportRun((state) => state.running);
  if (running === null) return null;
  return (
    <section className={styles.progress} aria-label="Import">
      <div className={styles.bar}>
        <ProgressBar label={`Importing ${running.label}`.trim()} done={running.done} total={running.total} />
      </div>
      <Button variant="quiet" onPress={running.cancel}>
        Cancel
      </Button>
    </section>
  );
}

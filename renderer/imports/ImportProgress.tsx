import { Button, ProgressBar } from '../ui/index.ts';
import styles from './DropZone.module.css';
import { useImportRun } from './import-run.ts';
import { paceWords } from './pace-words.ts';
import { useQuestion } from './questions/question.ts';

/** How far the import is; one can go on working beside it. */
export function ImportProgress() {
  const running = useImportRun((state) => state.running);
  const asks = useQuestion((state) => state.question !== null);
  if (running === null || asks) return null;
  const { label, done, total, paused } = running;
  return (
    <section className={styles.progress} aria-label="Import">
      <div className={styles.bar}>
        <ProgressBar label={paused ? 'Paused' : `Importing ${label}`.trim()} done={done} total={total} counted={false} />
        <p className={styles.pace}>{paceWords(running, running.seconds())}</p>
      </div>
      <Button variant="quiet" onPress={() => running.setPaused(!paused)}>
        {paused ? 'Go on' : 'Pause'}
      </Button>
      <Button variant="quiet" onPress={running.cancel}>
        Cancel
      </Button>
    </section>
  );
}

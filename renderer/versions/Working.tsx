import type { Progress } from '../../contract/index.ts';
import { ProgressBar, Spinner } from '../ui/index.ts';
import styles from './Working.module.css';

interface WorkingProps {
  /** What is being done, until the engine says how far it is: it does so of what takes long. */
  label: string;
  progress: Progress | null;
}

/** Stands where the result of long work will, and says how far it is. */
export function Working({ label, progress }: WorkingProps) {
  return (
    <div className={styles.working}>
      {progress === null ? (
        <span className={styles.short}>
          <Spinner label={label} />
          <span>{`${label}…`}</span>
        </span>
      ) : (
        <div className={styles.bar}>
          <ProgressBar {...progress} />
        </div>
      )}
    </div>
  );
}

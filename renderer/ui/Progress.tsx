import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import styles from './Progress.module.css';

interface ProgressBarProps {
  label: string;
  done: number;
  total: number | null;
  /** Whether it says the numbers; default: it does. */
  counted?: boolean;
}

/** How far long work is. With `total` null it only says that something is going on. */
export function ProgressBar({ label, done, total, counted = true }: ProgressBarProps) {
  const count = new Intl.NumberFormat();
  return (
    <AriaProgressBar className={styles.progress ?? ''} value={done} maxValue={total ?? 1} isIndeterminate={total === null}>
      {({ percentage }) => (
        <>
          <span className={styles.words}>
            <Label className={styles.label ?? ''}>{label}</Label>
            {total === null || !counted ? null : <span className={styles.count}>{`${count.format(done)} of ${count.format(total)}`}</span>}
          </span>
          <span className={styles.track}>
            <span
              className={percentage === undefined ? styles.sweep : styles.fill}
              style={{ width: percentage === undefined ? '' : `${percentage}%` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}

/** Says that something is being fetched; put where its result will stand. */
export function Spinner({ label = 'Loading' }: { label?: string }) {
  return <span className={styles.spinner} role="progressbar" aria-label={label} />;
}

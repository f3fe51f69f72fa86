import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './InlineError.module.css';

/** What happened, what was kept and what to do, in the place where it happened. */
export function InlineError({ error, actions }: { error: unknown; actions?: ReactNode }) {
  return (
    <div className={styles.error} role="alert">
      <CircleAlert aria-hidden size={16} className={styles.icon} />
      <p className={styles.words}>{error instanceof Error ? error.message : String(error)}</p>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

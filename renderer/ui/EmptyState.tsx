import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** What belongs in an empty pane, in one sentence, and the commands that fill it. */
export function EmptyState({ children, actions, icon }: { children: ReactNode; actions?: ReactNode; icon?: ReactNode }) {
  return (
    <div className={styles.empty}>
      {icon === undefined ? null : <span className={styles.icon}>{icon}</span>}
      <p className={styles.words}>{children}</p>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

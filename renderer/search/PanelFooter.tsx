import type { ReactNode } from 'react';
import { Kbd } from '../ui/index.ts';
import styles from './PanelFooter.module.css';

interface PanelFooterProps {
  /** What was found, read out when it changes. */
  status: string;
  /** What can be done with it. */
  children?: ReactNode;
  keys: readonly (readonly [keys: string, does: string])[];
}

/** The foot of the search panel: how much was found, what can be done with it, and by which keys. */
export function PanelFooter({ status, children, keys }: PanelFooterProps) {
  return (
    <footer className={styles.footer}>
      <span role="status">{status}</span>
      {children}
      <span className={styles.keys}>
        {keys.map(([key, does]) => (
          <span key={key} className={styles.key}>
            {key.split(' ').map((one) => (
              <Kbd key={one} keys={one} />
            ))}
            {does}
          </span>
        ))}
      </span>
    </footer>
  );
}

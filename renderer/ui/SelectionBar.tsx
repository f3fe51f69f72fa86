import { X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import styles from './SelectionBar.module.css';

const number = new Intl.NumberFormat();

interface SelectionBarProps {
  /** Fewer than two, and there is nothing to see. */
  count: number;
  onNone: () => void;
  /** The buttons of what can be done with all of them. */
  children: ReactNode;
}

/** How many rows of a list are chosen together, and what can be done with them, below the list. */
export function SelectionBar({ count, onNone, children }: SelectionBarProps) {
  const several = count > 1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onNone();
  };
  return (
    <div className={several ? styles.bar : styles.none} onKeyDownCapture={onKeyDown}>
      <span className={styles.count} role="status">
        {several ? `${number.format(count)} selected` : ''}
      </span>
      {several ? children : null}
      {several ? (
        <IconButton label="Select none" keys="Escape" placement="top" onPress={onNone}>
          <X aria-hidden />
        </IconButton>
      ) : null}
    </div>
  );
}

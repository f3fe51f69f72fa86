import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import styles from './ContextMenu.module.css';
import menu from './Menu.module.css';
import { type MenuEntry, MenuList } from './Menu.tsx';

/** Where a context menu opens, in CSS pixels of the viewport. */
export interface Spot {
  x: number;
  y: number;
}

/** A menu at the pointer, or at the row the keyboard is on. Give it a `spot` to open it. */
export function ContextMenu({
  label,
  spot,
  entries,
  onClose,
}: {
  label: string;
  spot: Spot;
  entries: readonly MenuEntry[];
  onClose: () => void;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: spot.x, top: spot.y }} />
      <Popover
        className={menu.popover ?? ''}
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement="bottom start"
        offset={2}
        aria-label={label}
      >
        <MenuList label={label} entries={entries} onClose={onClose} />
      </Popover>
    </>
  );
}

import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, type PopoverProps, Separator } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

export interface MenuChoice {
  id: string;
  label: string;
  icon?: ReactNode;
  /** As contract/commands.ts writes keys. */
  keys?: string | null;
  danger?: boolean;
  disabled?: boolean;
  checked?: boolean;
  run: () => void;
}

/** What stands in a menu, from the top. */
export type MenuEntry = MenuChoice | 'line';

/** A menu under the button it is put round. */
export function Menu({
  label,
  entries,
  children,
  placement = 'bottom start',
}: {
  label: string;
  entries: readonly MenuEntry[];
  /** The button that opens it. */
  children: ReactElement;
  placement?: NonNullable<PopoverProps['placement']>;
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ''} placement={placement} offset={4}>
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

/** The choices of a menu; the popover round it is the caller's. */
export function MenuList({ label, entries, onClose }: { label: string; entries: readonly MenuEntry[]; onClose?: () => void }) {
  return (
    <AriaMenu aria-label={label} className={styles.menu ?? ''} {...(onClose === undefined ? {} : { onClose })} autoFocus="first">
      {entries.map((entry, index) =>
        entry === 'line' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name and no state, their place is all they are.
          <Separator key={`line ${index}`} className={styles.line ?? ''} />
        ) : (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            className={`${styles.item} ${entry.danger ? styles.danger : ''}`}
            isDisabled={entry.disabled ?? false}
            onAction={entry.run}
          >
            <span className={styles.icon}>{entry.checked ? <Check aria-hidden size={14} /> : entry.icon}</span>
            <span className={styles.label}>{entry.label}</span>
            {entry.keys ? <Kbd keys={entry.keys} /> : null}
          </MenuItem>
        ),
      )}
    </AriaMenu>
  );
}

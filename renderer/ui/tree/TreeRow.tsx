import { ChevronRight, Ellipsis, GripVertical } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components';
import type { Spot } from '../ContextMenu.tsx';
import { RenameField } from '../RenameField.tsx';
import styles from './Tree.module.css';

const number = new Intl.NumberFormat();

interface TreeRowProps<T extends { id: string }> {
  id: string;
  name: string;
  /** Said of it after its name: `3 documents`. */
  said: string;
  hint: string;
  /** What stands before the name. */
  sign: ReactNode;
  count: number;
  /** Whether it is dragged to another place. */
  isMovable: boolean;
  isFiltered: boolean;
  /** What its name is of, while it is typed over: `sphere`. Null: it is not. */
  renamed: string | null;
  /** The name typed, or null where the analyst pressed Esc. */
  onRenamed: (name: string | null) => void;
  onMenu: (spot: Spot) => void;
  below: readonly T[];
  /** What rows show beside what stands in them: those below are drawn again when these change. */
  dependencies: readonly unknown[];
  children: (item: T) => ReactElement;
}

/** A row of a tree: its grip, its fold, its sign, its name or the field to type it over, its count, its menu; and the rows below it. */
export function TreeRow<T extends { id: string }>(props: TreeRowProps<T>) {
  const { id, name, said, hint, sign, count, isMovable, isFiltered, renamed, onRenamed, onMenu, below, dependencies, children } = props;
  return (
    <TreeItem id={id} textValue={name} aria-label={`${name}, ${said}`} className={styles.row ?? ''} data-filtered={isFiltered || undefined}>
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className={styles.cells} style={{ paddingInlineStart: (level - 1) * 14 }} title={hint}>
            {isMovable ? (
              <Button slot="drag" className={styles.grip ?? ''} aria-label={`Move ${name}`}>
                <GripVertical aria-hidden size={12} />
              </Button>
            ) : null}
            <span className={styles.fold}>
              {hasChildItems ? (
                <Button slot="chevron" className={styles.chevron ?? ''} data-open={isExpanded || undefined}>
                  <ChevronRight aria-hidden size={14} />
                </Button>
              ) : null}
            </span>
            {sign}
            {renamed === null ? (
              <span className={styles.name}>{name}</span>
            ) : (
              <RenameField label={`Name of the ${renamed}`} value={name} onDone={onRenamed} />
            )}
            <span className={styles.count}>{count === 0 ? null : number.format(count)}</span>
            <Button
              className={styles.more ?? ''}
              aria-label={`Menu of ${name}`}
              onPress={({ target }) => {
                const { left, bottom } = target.getBoundingClientRect();
                onMenu({ x: left, y: bottom });
              }}
            >
              <Ellipsis aria-hidden size={14} />
            </Button>
          </div>
        )}
      </TreeItemContent>
      <Collection items={below} dependencies={dependencies}>
        {children}
      </Collection>
    </TreeItem>
  );
}

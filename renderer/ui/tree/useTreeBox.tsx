import { type HTMLAttributes, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { ContextMenu, type Spot } from '../ContextMenu.tsx';
import type { MenuEntry } from '../Menu.tsx';
import type { Step } from './places.ts';
import styles from './Tree.module.css';

/** What the keys of a row do to what stands in it. */
interface RowActs {
  step: (step: Step) => void;
  rename: () => void;
  remove: () => void;
}

interface TreeBoxOptions {
  /** Null for a row that only lists something. */
  actsOf: (id: string) => RowActs | null;
  /** Null for what is no row of this tree any more. */
  menuOf: (id: string) => { label: string; entries: readonly MenuEntry[] } | null;
}

interface TreeBox {
  /** Of the element around the tree. */
  boxProps: HTMLAttributes<HTMLDivElement> & { ref: RefObject<HTMLDivElement | null> };
  openMenu: (id: string, spot: Spot) => void;
  /** Brings the keyboard back to a row, once it is drawn. */
  focusRow: (id: string) => void;
  menu: ReactNode;
}

const steps: Record<string, Step> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' };

/** The keys and the menus of a tree's rows: Alt and an arrow moves, F2 renames, Delete deletes, the menu key or the right button opens the menu. */
export function useTreeBox({ actsOf, menuOf }: TreeBoxOptions): TreeBox {
  const box = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<{ id: string; spot: Spot } | null>(null);
  const shown = opened === null ? null : menuOf(opened.id);

  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) {
      // The tree would take spaces and arrows for its own; a name being typed over needs them.
      if (event.key !== 'Enter' && event.key !== 'Escape') event.stopPropagation();
      return;
    }
    const row = rowOf(event.target);
    const id = row?.dataset.key;
    if (!row || id === undefined) return;
    const acts = actsOf(id);
    const step = event.altKey ? steps[event.key] : undefined;
    if (acts !== null && step !== undefined) acts.step(step);
    else if (acts !== null && event.key === 'F2') acts.rename();
    else if (acts !== null && event.key === 'Delete') acts.remove();
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const { left, top } = row.getBoundingClientRect();
      setOpened({ id, spot: { x: left + 32, y: top + 24 } });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onContextMenu = (event: MouseEvent) => {
    const id = rowOf(event.target)?.dataset.key;
    if (id === undefined) return;
    event.preventDefault();
    setOpened({ id, spot: { x: event.clientX, y: event.clientY } });
  };

  return {
    boxProps: { ref: box, className: styles.box ?? '', onKeyDownCapture, onContextMenu },
    openMenu: (id, spot) => setOpened({ id, spot }),
    focusRow: (id) => requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-key="${id}"]`)?.focus()),
    menu:
      opened === null || shown === null ? null : (
        <ContextMenu label={shown.label} spot={opened.spot} entries={shown.entries} onClose={() => setOpened(null)} />
      ),
  };
}

function rowOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[role="row"]') : null;
}

import { type KeyboardEvent, type RefObject, useEffect } from 'react';

/** The list below the box as the box knows it: which keys it takes, and which of its options is the one they are about. */
export interface BoxList {
  id: string;
  /** Whether the list took a key that was pressed in the box. */
  keys: RefObject<(event: KeyboardEvent) => boolean>;
  onActive: (optionId: string | undefined) => void;
}

export const noKeys = (): boolean => false;

/** The list on screen takes keys of the box, and says which option is active. */
export function useListKeys({ keys, onActive }: BoxList, take: (event: KeyboardEvent) => boolean, activeId: string | undefined): void {
  useEffect(() => {
    keys.current = take;
  });
  useEffect(() => onActive(activeId), [onActive, activeId]);
  useEffect(
    () => () => {
      keys.current = noKeys;
      onActive(undefined);
    },
    [keys, onActive],
  );
}

/** Options moved over by Page Up and Page Down. */
const page = 6;

/** Where a key moves to in a list; null where it is no moving key. */
export function movedTo(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'PageDown':
      return Math.min(last, at + page);
    case 'PageUp':
      return Math.max(0, at - page);
    default:
      return null;
  }
}

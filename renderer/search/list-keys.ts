import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { movedTo } from '../ui/index.ts';

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

/** Where a key moves to in a list of so many; null where it is the box's, to which Home and End belong. */
export function movedInList(key: string, at: number, count: number): number | null {
  return key === 'Home' || key === 'End' ? null : movedTo(key, { at, count, page });
}

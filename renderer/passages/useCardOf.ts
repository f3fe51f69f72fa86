import { type RefObject, useMemo, useRef } from 'react';

/** The card of a passage for something to float at; looked up when it is needed, for it may be drawn together with that. */
export function useCardOf(passageId: string, find: (passageId: string) => HTMLElement | null): RefObject<HTMLElement | null> {
  const latest = useRef(find);
  return useMemo(
    () => ({
      get current() {
        return latest.current(passageId);
      },
    }),
    [passageId],
  );
}

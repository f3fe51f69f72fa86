import { type RefObject, useDeferredValue, useEffect, useRef } from 'react';
import { useLibraryView } from './library-view.ts';

/** Shows the first of what the filter finds whenever it changes. */
export function useTopOfFound(scroller: RefObject<HTMLElement | null>): void {
  // Deferred as the rows are.
  const filter = useDeferredValue(useLibraryView((view) => view.filter));
  const before = useRef(filter);
  useEffect(() => {
    if (filter !== before.current && filter !== '') scroller.current?.scrollTo({ top: 0 });
    before.current = filter;
  }, [filter, scroller]);
}

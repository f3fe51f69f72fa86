import { useEffect } from 'react';
import { useWorkspace } from '../workspace/workspace.ts';

/**
 * Gives the focus back to where it was before the first of several things floated over the panes: the palette called from
 * the search, say, knows only the search's field, which is gone.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    let from: Element | null = null;
    return useWorkspace.subscribe(({ overlay }, { overlay: was }) => {
      if (overlay !== null && was === null) from = document.activeElement;
      if (overlay !== null || was === null) return;
      const to = from;
      // What floated gives it back by itself in the next frame, where it can.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement === document.body && to instanceof HTMLElement) to.focus({ preventScroll: true });
        }),
      );
    });
  }, []);
}

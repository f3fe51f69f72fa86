import { useEffect } from 'react';
import { useWorkspace } from '../workspace/workspace.ts';

/**
 * Gives the focus back to where it was before the first of several things floated over the panes: the palette called from
 * the search, or a dialog from the palette, knows only the field of the one before, which is gone.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    let from: Element | null = null;
    let isReturning = false;
    return useWorkspace.subscribe(({ overlay }, { overlay: was }) => {
      if (overlay !== null && was === null && !isReturning) from = document.activeElement;
      if (overlay !== null || was === null) return;
      isReturning = true;
      // What floated gives it back by itself in the next frame, where it can.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          isReturning = false;
          if (useWorkspace.getState().overlay !== null) return;
          if (document.activeElement === document.body && from instanceof HTMLElement) from.focus({ preventScroll: true });
        }),
      );
    });
  }, []);
}

import { getNearestEditorFromDOMNode } from 'lexical';
import { type RefObject, useEffect } from 'react';
import { useCommand } from '../commands/commands.ts';
import { openConcordance, openSearch } from '../search/search-session.ts';
import { useWorkspace } from '../workspace/workspace.ts';

type Pane = 'library' | 'document' | 'passages' | 'codebook';

/** Showing and hiding panes, and going to them. A pane marks itself, and what in it takes the focus, by data attributes. */
export function useViewCommands(frame: RefObject<HTMLDivElement | null>): void {
  const set = useWorkspace((state) => state.set);
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const libraryShown = useWorkspace((state) => state.libraryShown);
  const passagesShown = useWorkspace((state) => state.passagesShown);

  const go = (pane: Pane) => {
    if (pane === 'library' || pane === 'codebook') set({ libraryShown: true });
    if (pane === 'passages') set({ passagesShown: true });
    // A pane that was hidden is there after the next paint.
    if (!focusPane(frame.current, pane)) requestAnimationFrame(() => focusPane(frame.current, pane));
  };
  useCommand('go.search', () => openSearch('results'));
  useCommand('go.concordance', openConcordance);
  useCommand('aliases.open', () => setOverlay('aliases'));
  useCommand('go.palette', () => setOverlay('palette'));
  useCommand('go.library', () => go('library'));
  useCommand('go.codebook', () => go('codebook'));
  useCommand('go.document', () => go('document'), { fallback: true });
  useCommand('go.passages', () => go('passages'), { fallback: true });
  useCommand('view.library', () => set({ libraryShown: !libraryShown }));
  useCommand('view.passages', () => set({ passagesShown: !passagesShown }));

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      stepBack(frame.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [frame]);
}

/** What of a pane takes the focus, best first. */
const takers = ['[data-pane-focus]', '[contenteditable="true"]', '[role="listbox"]', '[tabindex="0"]', 'button:not([disabled])'];

/** Whether there was something to focus. */
function focusPane(frame: HTMLDivElement | null, pane: Pane): boolean {
  const within = frame?.querySelector(`[data-pane="${pane}"]`);
  for (const selector of takers) {
    const taker = within?.querySelector<HTMLElement>(selector);
    if (!taker) continue;
    // A text gets its caret back where it was: the browser would put it at the beginning, and scroll there.
    const editor = getNearestEditorFromDOMNode(taker);
    if (editor === null) taker.focus();
    else editor.focus(undefined, { defaultSelection: 'rootStart' });
    return true;
  }
  return false;
}

/** One step back where nothing nearer took the Esc: a drawer shuts, a search or a filter ends, the focus returns to the document. */
function stepBack(frame: HTMLDivElement | null): void {
  const { overlay, passagesShown, searchText, sphereFilter, set } = useWorkspace.getState();
  if (overlay !== null) return;
  const drawer = matchMedia('(max-width: 999px)').matches && passagesShown;
  if (drawer) set({ passagesShown: false });
  else if (searchText !== '') set({ searchText: '', target: null });
  else if (sphereFilter.length > 0) {
    set({ sphereFilter: [] });
    return;
  }
  focusPane(frame, 'document');
}

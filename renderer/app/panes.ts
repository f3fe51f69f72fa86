import { type RefObject, useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { remember, useHost } from '../host/host.ts';
import { useShell } from '../shell/shell.tsx';
import { notifyError } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** Widths and heights in CSS pixels, and which side panes are shown. */
const Panes = z.object({
  library: z.number(),
  passages: z.number(),
  /** Height of the codebook, below the documents. */
  codebook: z.number(),
  libraryShown: z.boolean(),
  passagesShown: z.boolean(),
});
type Panes = z.infer<typeof Panes>;

const atFirst: Panes = { library: 264, passages: 340, codebook: 260, libraryShown: true, passagesShown: true };

/** The panes as they were left. */
export function rememberedPanes(): Panes {
  return Panes.catch(atFirst).parse(useHost.getState().state?.preferences.panes);
}

/** Remembers what changed about the panes. */
export function useRememberPanes(): (changed: Partial<Panes>) => void {
  const shell = useShell();
  return useCallback(
    (changed) => {
      remember(shell, { panes: { ...rememberedPanes(), ...changed } }).catch(notifyError);
    },
    [shell],
  );
}

/** Milliseconds after which a pane that was resized has told its new size. */
export const settled = 200;

/** Below this width of the window the passages fold away and come as a drawer. */
const narrow = matchMedia('(max-width: 999px)');

function onNarrow(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

interface PanesInUse {
  /** Widths as they are now; the panes read them when they come back. */
  widths: RefObject<{ library: number; passages: number }>;
  /** The window is too narrow for three panes side by side. */
  isNarrow: boolean;
  keepWidth: () => void;
  keepShown: (shown: { libraryShown: boolean; passagesShown: boolean }) => void;
}

/** The three panes as they were left, and how to keep them so. */
export function usePanes(): PanesInUse {
  const rememberPanes = useRememberPanes();
  const isNarrow = useSyncExternalStore(onNarrow, () => narrow.matches);
  const widths = useRef<{ library: number; passages: number }>(rememberedPanes());
  const set = useWorkspace((state) => state.set);

  useEffect(() => {
    const { libraryShown, passagesShown } = rememberedPanes();
    set({ libraryShown, passagesShown: passagesShown && !isNarrow });
  }, [isNarrow, set]);

  const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keepWidth = useCallback(() => {
    clearTimeout(keeping.current);
    keeping.current = setTimeout(() => {
      const { library, passages } = widths.current;
      rememberPanes({ library, passages });
    }, settled);
  }, [rememberPanes]);
  const keepShown: PanesInUse['keepShown'] = useCallback(
    ({ libraryShown, passagesShown }) => {
      const was = rememberedPanes();
      // A drawer that opens and shuts says nothing of what the analyst wants in a wide window.
      const now = { libraryShown, passagesShown: isNarrow ? was.passagesShown : passagesShown };
      if (now.libraryShown !== was.libraryShown || now.passagesShown !== was.passagesShown) rememberPanes(now);
    },
    [isNarrow, rememberPanes],
  );
  return { widths, isNarrow, keepWidth, keepShown };
}

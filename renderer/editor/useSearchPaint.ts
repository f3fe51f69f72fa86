import { type RefObject, useEffect } from 'react';
import { useEngine } from '../engine/engine.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { domRange, highlight, reveal } from './dom-range.ts';
import type { DocumentSession } from './session.ts';
import { $textMap } from './text-map.ts';

/** Hits painted at most: more would only be noise. */
const mostHits = 2000;

/** Paints what the notebook was searched for, and brings the hit that was chosen into view. */
export function useSearchPaint({ editor, documentId }: DocumentSession, scroller: RefObject<HTMLElement | null>): void {
  const engine = useEngine();
  const target = useWorkspace((state) => state.target);
  const searchText = useWorkspace((state) => state.searchText);
  const set = useWorkspace((state) => state.set);

  useEffect(() => {
    if (searchText === '') return;
    const abort = new AbortController();
    engine.call('search.hitsIn', { documentId, text: searchText }, { signal: abort.signal }).then(
      ({ hits }) => {
        if (abort.signal.aborted) return;
        const map = editor.read($textMap);
        highlight(
          'search-hit',
          hits.slice(0, mostHits).flatMap((hit) => domRange(editor, map, hit) ?? []),
        );
      },
      // A search that cannot be painted is no reason to interrupt the reading: its list of hits is still there.
      () => highlight('search-hit', []),
    );
    return () => {
      abort.abort();
      highlight('search-hit', []);
    };
  }, [engine, editor, documentId, searchText]);

  useEffect(() => {
    if (target === null || target.documentId !== documentId || scroller.current === null) return;
    const range = domRange(editor, editor.read($textMap), target);
    if (range === null) return;
    highlight('search-target', [range]);
    reveal(scroller.current, range);
    // Writing goes on: the hit has been seen.
    const stop = editor.registerUpdateListener(({ dirtyLeaves }) => {
      if (dirtyLeaves.size > 0) set({ target: null, searchText: '' });
    });
    return () => {
      stop();
      highlight('search-target', []);
    };
  }, [editor, documentId, target, scroller, set]);
}

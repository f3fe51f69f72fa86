import { type LexicalEditor, SKIP_DOM_SELECTION_TAG, type UpdateTag } from 'lexical';
import { type RefObject, useEffect, useState } from 'react';
import { projectPassages } from '../../../anchoring/index.ts';
import type { Segment } from '../../../contract/index.ts';
import { useCommand } from '../../commands/commands.ts';
import { useEngine } from '../../engine/engine.tsx';
import { useWorkspace } from '../../workspace/workspace.ts';
import type { DocumentSession } from '../session/session.ts';
import { domRange, highlight, reveal } from '../text/dom-range.ts';
import { $restoreOffsets } from '../text/selection.ts';
import { $textMap } from '../text/text-map.ts';
import { firstFrom } from './find.ts';

/** Hits painted at most: more would only be noise. */
const mostHits = 2000;

/** The hits of the notebook's search in the document that is open, and the way along them. */
export interface HitTrail {
  /** What was searched for; empty: no search is on. */
  text: string;
  /** How many places of the document it has. */
  count: number;
  /** The place shown, from 0; null where none of them is. */
  at: number | null;
  /** Shows the next hit or the one before; the focus stays where it is. */
  go: (by: 1 | -1) => void;
  /** Ends the search, with the hit that is shown selected in the text. */
  end: () => void;
}

const none: readonly Segment[] = [];

/** Paints what the notebook was searched for, brings the hit that was chosen into view, selected, and goes along them by key. */
export function useSearchPaint({ editor, documentId }: DocumentSession, scroller: RefObject<HTMLElement | null>): HitTrail {
  const engine = useEngine();
  const target = useWorkspace((state) => (state.target?.documentId === documentId ? state.target : null));
  const searchText = useWorkspace((state) => state.searchText);
  const searchWithout = useWorkspace((state) => state.searchWithout);
  const isEntered = useWorkspace((state) => state.entering === documentId);
  const set = useWorkspace((state) => state.set);
  const [hits, setHits] = useState(none);

  useEffect(() => {
    setHits(none);
    if (searchText === '') return;
    const abort = new AbortController();
    engine.call('search.hitsIn', { documentId, text: searchText, without: [...searchWithout] }, { signal: abort.signal }).then(
      (answer) => setHits(answer.hits),
      // A search that cannot be painted is no reason to interrupt the reading: its list of hits is still there.
      () => setHits(none),
    );
    return () => abort.abort();
  }, [engine, documentId, searchText, searchWithout]);

  // Tagging cuts the text anew, which stays what it was; once it is written in, the hits have been seen.
  useEffect(() => {
    if (hits.length === 0 && target === null) return;
    const map = editor.read($textMap);
    const paint = () => {
      const now = editor.read($textMap);
      if (now.text !== map.text) {
        set({ target: null, searchText: '' });
        return;
      }
      highlight(
        'search-hit',
        hits.slice(0, mostHits).flatMap((hit) => domRange(editor, now, hit) ?? []),
      );
      const range = target === null ? null : domRange(editor, now, target);
      highlight('search-target', range === null ? [] : [range]);
    };
    paint();
    const stop = editor.registerUpdateListener(({ dirtyLeaves }) => {
      if (dirtyLeaves.size > 0) paint();
    });
    return () => {
      stop();
      highlight('search-hit', []);
      highlight('search-target', []);
    };
  }, [editor, hits, target, set]);

  // Selected, so that the keys that tag and note act on the hit, or on the passage that it is about.
  useEffect(() => {
    if (!isEntered) return;
    set({ entering: null });
    const place = target ?? placeOf(editor, useWorkspace.getState().passageId);
    if (place !== undefined) select(editor, place);
    editor.focus(undefined, { defaultSelection: 'rootStart' });
  }, [editor, target, isEntered, set]);

  useEffect(() => {
    if (target === null || scroller.current === null) return;
    const range = domRange(editor, editor.read($textMap), target);
    if (range !== null) reveal(scroller.current, range);
  }, [editor, target, scroller]);

  const found = target === null ? -1 : hits.findIndex(({ start, end }) => start < target.end && target.start < end);
  const go = (by: 1 | -1) => {
    const next = found === -1 ? besides(hits, target?.start ?? 0, by) : (found + by + hits.length) % hits.length;
    const hit = hits[next];
    if (hit === undefined) return;
    set({ target: { documentId, start: hit.start, end: hit.end } });
    // For a press of the bar's buttons, which keep the focus.
    select(editor, hit, [SKIP_DOM_SELECTION_TAG]);
  };
  const follow = (by: 1 | -1) => {
    go(by);
    set({ entering: documentId });
  };
  // The find bar has these keys while it is open.
  useCommand('edit.findNext', () => follow(1), { fallback: true, enabled: hits.length > 0 });
  useCommand('edit.findPrevious', () => follow(-1), { fallback: true, enabled: hits.length > 0 });

  return {
    text: searchText,
    count: hits.length,
    at: found === -1 ? null : found,
    go,
    end: () => {
      if (target !== null) select(editor, target);
      set({ target: null, searchText: '' });
      editor.focus();
    },
  };
}

/** Where a passage begins to stand. */
function placeOf(editor: LexicalEditor, passageId: string | null): Segment | undefined {
  return passageId === null ? undefined : editor.read(() => projectPassages($textMap()).get(passageId)?.segments[0]);
}

function select(editor: LexicalEditor, place: Segment, tag: UpdateTag[] = []): void {
  editor.update(() => $restoreOffsets(place), { discrete: true, tag });
}

/** The hit after or before a place that is none. */
function besides(hits: readonly Segment[], offset: number, by: 1 | -1): number {
  const next = firstFrom(hits, offset);
  return by === 1 ? next : (next - 1 + hits.length) % Math.max(1, hits.length);
}

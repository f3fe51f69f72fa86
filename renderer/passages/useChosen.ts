import { useEffect, useMemo } from 'react';
import type { Passage } from '../../contract/index.ts';
import { choose, type Way } from '../ui/selection.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { usePassagesView } from './passages-view.ts';
import type { PassageRow } from './rows.ts';

interface Chosen {
  /** In the order of the list; none where fewer than two are chosen. */
  chosen: readonly Passage[];
  isChosen: (passage: Passage) => boolean;
  /** What is done to a passage is done to all that it is chosen together with. */
  targetsOf: (passage: Passage) => readonly Passage[];
  /** Goes to a row in one of the ways of choosing; `active` is the row the keyboard was on. */
  chooseAt: (index: number, way: Way, active: string | null) => void;
  chooseAll: () => void;
}

/** The passages of the list that are chosen together. */
export function useChosen(rows: readonly PassageRow[]): Chosen {
  const ids = useWorkspace((state) => state.chosenPassageIds);
  const passages = useMemo(() => rows.map(({ passage }) => passage), [rows]);
  const chosen = useMemo(() => {
    const wanted = new Set(ids);
    const found = wanted.size < 2 ? [] : passages.filter(({ id }) => wanted.has(id));
    return found.length < 2 ? [] : found;
  }, [passages, ids]);
  const chosenIds = useMemo(() => new Set(chosen.map(({ id }) => id)), [chosen]);

  // What is not listed must not be among what is done to them when it is listed again.
  useEffect(() => {
    if (ids.length > 1 && chosenIds.size < ids.length) setChosen([...chosenIds]);
  }, [ids, chosenIds]);

  return {
    chosen,
    isChosen: ({ id }) => chosenIds.has(id),
    targetsOf: (passage) => (chosenIds.has(passage.id) ? chosen : [passage]),
    chooseAt(index, way, active) {
      const was = useWorkspace.getState().chosenPassageIds;
      const { chosenFrom: anchor } = usePassagesView.getState();
      const now = choose({ ids: was.length === 0 && active !== null ? [active] : was, active, anchor }, passages, index, way);
      setChosen(now.ids);
      usePassagesView.setState({ chosenFrom: now.anchor });
    },
    chooseAll: () => setChosen(passages.map(({ id }) => id)),
  };
}

function setChosen(ids: readonly string[]): void {
  useWorkspace.getState().set({ chosenPassageIds: ids });
}

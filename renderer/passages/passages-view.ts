import { create } from 'zustand';
import type { PassageFilter, Sphere } from '../../contract/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';

export type PassageScope = 'document' | 'notebook';
export type PassageState = 'all' | 'anchored' | 'detached';

interface PassagesView {
  scope: PassageScope;
  state: PassageState;
  /** The passage whose note is being written. */
  writing: string | null;
  documentNote: { open: boolean; editing: boolean };
}

/** How the passages are listed; kept while the pane is folded away. */
export const usePassagesView = create<PassagesView>()(() => ({
  scope: 'document',
  state: 'all',
  writing: null,
  documentNote: { open: false, editing: false },
}));

useWorkspace.subscribe(({ noteRequest, passageId, documentId }, before) => {
  if (noteRequest !== before.noteRequest) usePassagesView.setState({ writing: passageId });
  if (documentId !== before.documentId)
    usePassagesView.setState(({ documentNote }) => ({ documentNote: { ...documentNote, editing: false } }));
});

/** Lists every passage of the open document again. */
export function showAllOfDocument(): void {
  usePassagesView.setState({ scope: 'document', state: 'all' });
  useWorkspace.getState().set({ sphereFilter: [] });
}

/** What to ask the engine for; null where there is no document to list. */
export function filterOf(
  { scope, state }: Pick<PassagesView, 'scope' | 'state'>,
  documentId: string | null,
  sphereIds: readonly string[],
): PassageFilter | null {
  if (scope === 'document' && documentId === null) return null;
  return {
    ...(scope === 'document' && documentId !== null ? { documentId } : {}),
    ...(state === 'all' ? {} : { state }),
    ...(sphereIds.length === 0 ? {} : { sphereIds: [...sphereIds] }),
  };
}

/** The filter in as few words as the header has room for: `all`, `economic, detached`, `3 spheres in the notebook`. */
export function filterWords(
  { scope, state }: Pick<PassagesView, 'scope' | 'state'>,
  sphereFilter: readonly string[],
  spheres: readonly Sphere[],
): string {
  const names = spheres.filter(({ id }) => sphereFilter.includes(id)).map(({ name }) => name);
  const which = [names.length > 2 ? `${names.length} spheres` : names.join(', '), state === 'all' ? '' : state].filter(
    (word) => word !== '',
  );
  const all = which.length === 0 ? 'all' : which.join(', ');
  return scope === 'notebook' ? `${all} in the notebook` : all;
}

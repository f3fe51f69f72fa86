import { create } from 'zustand';
import { type Credibility, eventWords, type PassageFilter, type Reliability, type Sphere } from '../../contract/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';

export type PassageScope = 'document' | 'notebook';
export type PassageState = 'all' | 'anchored' | 'detached';

/** Which passages by what is known of them; nothing chosen: any. */
export interface GradeFilter {
  reliabilities: readonly Reliability[];
  credibilities: readonly Credibility[];
  /** First and last event date, in EDTF; empty: open. */
  from: string;
  to: string;
}

export const anyGrade: GradeFilter = { reliabilities: [], credibilities: [], from: '', to: '' };

interface PassagesView {
  scope: PassageScope;
  state: PassageState;
  grades: GradeFilter;
  /** Where a stretch of chosen passages begins that Shift extends. */
  chosenFrom: string | null;
  /** The passage whose note is being written. */
  writing: string | null;
  /** The passage that is being graded; with it those that it is chosen together with. */
  grading: string | null;
  documentNote: { open: boolean; editing: boolean };
}

/** How the passages are listed; kept while the pane is folded away. */
export const usePassagesView = create<PassagesView>()(() => ({
  scope: 'document',
  state: 'all',
  grades: anyGrade,
  chosenFrom: null,
  writing: null,
  grading: null,
  documentNote: { open: false, editing: false },
}));

useWorkspace.subscribe(({ noteRequest, passageId, chosenPassageIds, documentId }, before) => {
  if (noteRequest !== before.noteRequest) usePassagesView.setState({ writing: passageId });
  // What is then done from the text is done to the passage there.
  if (passageId !== before.passageId && passageId !== null && !chosenPassageIds.includes(passageId)) chooseNone();
  if (documentId !== before.documentId)
    usePassagesView.setState(({ documentNote }) => ({ documentNote: { ...documentNote, editing: false } }));
});

export function chooseNone(): void {
  useWorkspace.getState().set({ chosenPassageIds: [] });
  usePassagesView.setState({ chosenFrom: null });
}

/** Lists every passage of the open document again. */
export function showAllOfDocument(): void {
  usePassagesView.setState({ scope: 'document', state: 'all', grades: anyGrade });
  useWorkspace.getState().set({ sphereFilter: [] });
}

/** What to ask the engine for; null where there is no document to list. */
export function filterOf(
  { scope, state, grades }: Pick<PassagesView, 'scope' | 'state' | 'grades'>,
  documentId: string | null,
  sphereIds: readonly string[],
): PassageFilter | null {
  if (scope === 'document' && documentId === null) return null;
  return {
    ...(scope === 'document' && documentId !== null ? { documentId } : {}),
    ...(state === 'all' ? {} : { state }),
    ...(sphereIds.length === 0 ? {} : { sphereIds: [...sphereIds] }),
    ...(grades.reliabilities.length === 0 ? {} : { reliabilities: [...grades.reliabilities] }),
    ...(grades.credibilities.length === 0 ? {} : { credibilities: [...grades.credibilities] }),
    ...eventOf(grades),
  };
}

function eventOf({ from, to }: GradeFilter): Pick<PassageFilter, 'event'> {
  if (from === '' && to === '') return {};
  return { event: { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) } };
}

/** Whether passages are left out for what they are, not for where they stand. */
export function isFiltered({ state, grades }: Pick<PassagesView, 'state' | 'grades'>, sphereFilter: readonly string[]): boolean {
  return state !== 'all' || sphereFilter.length > 0 || gradeWords(grades).length > 0;
}

function gradeWords({ reliabilities, credibilities, from, to }: GradeFilter): string[] {
  const since = from === '' ? '' : eventWords(from);
  const until = to === '' ? '' : eventWords(to);
  return [
    reliabilities.length === 0 ? '' : `sources ${reliabilities.join(', ')}`,
    credibilities.length === 0 ? '' : `credibility ${credibilities.join(', ')}`,
    until === '' ? since && `since ${since}` : since === '' ? `until ${until}` : since === until ? since : `${since} – ${until}`,
  ].filter((words) => words !== '');
}

/** The filter in as few words as the header has room for: `all`, `economic, detached`, `3 spheres in the notebook`. */
export function filterWords(
  { scope, state, grades }: Pick<PassagesView, 'scope' | 'state' | 'grades'>,
  sphereFilter: readonly string[],
  spheres: readonly Sphere[],
): string {
  const names = spheres.filter(({ id }) => sphereFilter.includes(id)).map(({ name }) => name);
  const which = [
    names.length > 2 ? `${names.length} spheres` : names.join(', '),
    state === 'all' ? '' : state,
    ...gradeWords(grades),
  ].filter((word) => word !== '');
  const all = which.length === 0 ? 'all' : which.join(', ');
  return scope === 'notebook' ? `${all} in the notebook` : all;
}

import { create } from 'zustand';
import type { ConcordanceSort, HitKind, SearchQuery, SearchSort } from '../../contract/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';

export interface SearchSession {
  /** All that is asked, but for what follows. */
  text: string;
  view: 'results' | 'concordance';
  kind: HitKind | 'all';
  /** Only in the document that is open. */
  inDocument: boolean;
  sort: SearchSort;
  concordanceSort: ConcordanceSort;
  /** Whether what narrows the search is shown; null: where there is room. */
  narrowing: boolean | null;
  /** Groups of aliases that are not followed. */
  without: readonly string[];
}

const asOpened = { text: '', kind: 'all', inDocument: false, without: [] } satisfies Partial<SearchSession>;

/** What was last searched for, so that the panel opens where it was left. */
export const useSearchSession = create<SearchSession>()(() => ({
  ...asOpened,
  view: 'results',
  sort: 'relevance',
  concordanceSort: 'document',
  narrowing: null,
}));

/** Searches for a text anew: nothing of the search before limits it. */
export function searchFor(text: string): void {
  useSearchSession.setState({ ...asOpened, text });
}

/** Shows the panel, with what was searched for last. */
export function openSearch(view: SearchSession['view']): void {
  useSearchSession.setState({ view });
  useWorkspace.getState().setOverlay('search');
}

/** Letters that are taken from the document to look for: a longer selection is there to be read. */
const mostSelected = 80;

/** Whether what is selected is the hit that a search led to, which nobody selected to look for it. */
function isHit(selection: Selection): boolean {
  const [hit] = CSS.highlights.get('search-target') ?? [];
  if (!(hit instanceof Range) || selection.rangeCount === 0) return false;
  const selected = selection.getRangeAt(0);
  return selected.compareBoundaryPoints(Range.START_TO_START, hit) === 0 && selected.toString() === hit.toString();
}

/** Shows the concordance: of the words selected in the document, or else of what was searched for last. */
export function openConcordance(): void {
  const selection = getSelection();
  const element = selection?.anchorNode instanceof Element ? selection.anchorNode : selection?.anchorNode?.parentElement;
  const words = selection?.toString().trim() ?? '';
  const isPhrase = words !== '' && words.length <= mostSelected && !/[\n"]/u.test(words);
  if (isPhrase && selection !== null && !isHit(selection) && element?.closest('[contenteditable="true"]')) searchFor(`"${words}"`);
  openSearch('concordance');
}

/** What a session asks of the engine; null while there is nothing to look for. */
export function queryOf({ text, kind, inDocument, sort, without }: SearchSession, documentId: string | null): SearchQuery | null {
  if (text.trim() === '') return null;
  return {
    // A blank at the end says that the last word is a whole one.
    text,
    sort,
    ...(kind === 'all' ? {} : { kinds: [kind] }),
    ...(inDocument && documentId !== null ? { documentId } : {}),
    ...(without.length === 0 ? {} : { without: [...without] }),
  };
}

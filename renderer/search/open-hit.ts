import type { ConcordanceLine, EngineClient, SearchHit, SearchQuery } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { usePassagesView } from '../passages/passages-view.ts';
import { useWorkspace } from '../workspace/workspace.ts';

type Asked = Pick<SearchQuery, 'text' | 'without'>;

/** Closes the panel and has the editor paint what was searched for; a search that led somewhere is remembered. */
function leave(engine: EngineClient, { text, without = [] }: Asked): void {
  const { setOverlay, set } = useWorkspace.getState();
  setOverlay(null);
  set({ searchText: text, searchWithout: without });
  // That it could not be remembered is no reason to interrupt what it was for.
  engine.call('searches.remember', { text }).catch(() => undefined);
}

/** Goes to what a hit was found in, with the hit in view. */
export function openHit(engine: EngineClient, hit: SearchHit, asked: Asked): void {
  const { openDocument, focusPassage, setOverlay, set } = useWorkspace.getState();
  leave(engine, asked);
  if (hit.documentId === null) {
    if (hit.sphereId === null) setOverlay('notebook-note');
    else runCommand('go.codebook');
    return;
  }
  openDocument(hit.documentId, hit.target ?? undefined);
  set({ entering: hit.documentId });
  if (hit.passageId !== null) focusPassage(hit.passageId, { reveal: true });
  if (hit.kind !== 'note') return;
  set({ passagesShown: true });
  if (hit.passageId === null) usePassagesView.setState({ scope: 'document', documentNote: { open: true, editing: false } });
}

/** Goes to the place of a line of the concordance. */
export function openLine(engine: EngineClient, { documentId, start, end }: ConcordanceLine, asked: Asked): void {
  leave(engine, asked);
  const { openDocument, set } = useWorkspace.getState();
  openDocument(documentId, { start, end });
  set({ entering: documentId });
}

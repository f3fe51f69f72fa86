import type { SearchHit } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { usePassagesView } from '../passages/passages-view.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** Goes to what a hit was found in, with the hit in view. `text` is what was searched for, for the editor to paint. */
export function openHit(hit: SearchHit, text: string): void {
  const { openDocument, focusPassage, setOverlay, set } = useWorkspace.getState();
  setOverlay(null);
  set({ searchText: text });
  if (hit.documentId === null) {
    if (hit.sphereId === null) setOverlay('notebook-note');
    else runCommand('go.codebook');
    return;
  }
  openDocument(hit.documentId, hit.target ?? undefined);
  if (hit.passageId !== null) focusPassage(hit.passageId, { reveal: true });
  if (hit.kind !== 'note') return;
  set({ passagesShown: true });
  if (hit.passageId === null) usePassagesView.setState({ scope: 'document', documentNote: { open: true, editing: false } });
}

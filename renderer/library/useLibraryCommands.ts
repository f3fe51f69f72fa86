import { useCommand } from '../commands/commands.ts';
import { useAsk } from '../engine/engine.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { useGathering } from './copies/useCopies.ts';
import { askToPurge } from './document-actions.ts';
import { useLibraryView } from './library-view.ts';

/** The commands about what is chosen in the library, its collections and its bin. */
export function useLibraryCommands(): void {
  const { set, setOverlay } = useWorkspace.getState();
  const bin = useLibraryView((view) => view.bin);
  const tableShown = useWorkspace((state) => state.tableShown);
  const chosen = useWorkspace((state) => state.selectedDocumentIds.length);
  const { data: info } = useAsk('notebook.info', {});
  const [isGathering, setGathering] = useGathering();
  const onChosen = { enabled: chosen > 0 && !bin };

  useCommand('document.detailsMany', () => setOverlay('details-many'), onChosen);
  useCommand('document.collect', () => setOverlay('collect'), onChosen);
  useCommand('collection.new', () => {
    set({ libraryShown: true });
    useLibraryView.setState({ collectionDoing: { kind: 'add', parentId: null } });
  });
  useCommand('library.copies', () => setOverlay('copies'), { enabled: info !== undefined && info.counts.documents > 1 });
  useCommand('library.gather', () => setGathering(!isGathering));
  useCommand('bin.empty', () => askToPurge(null), { enabled: info !== undefined && info.counts.bin > 0 });
  useCommand('view.table', () => set({ tableShown: !tableShown }));
}

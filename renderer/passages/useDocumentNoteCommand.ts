import { useCommand } from '../commands/commands.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { usePassagesView } from './passages-view.ts';

/** Goes to the note on the open document, wherever the passages pane is folded away. */
export function useDocumentNoteCommand(): void {
  const documentId = useWorkspace((state) => state.documentId);
  const set = useWorkspace((state) => state.set);
  useCommand(
    'go.documentNote',
    () => {
      set({ passagesShown: true });
      usePassagesView.setState({ scope: 'document', documentNote: { open: true, editing: true } });
    },
    { enabled: documentId !== null },
  );
}

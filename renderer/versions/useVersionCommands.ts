import { useCommand } from '../commands/commands.ts';
import { useShell } from '../shell/shell.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { chooseUpdate } from './update/update-actions.ts';
import { useVersionsView } from './versions-view.ts';

/** The commands about what the open document was, and what it is to become. */
export function useVersionCommands(): void {
  const shell = useShell();
  const documentId = useWorkspace((state) => state.documentId);
  const onOne = { enabled: documentId !== null };
  useCommand('document.versions', () => showVersions({ naming: false }), onOne);
  useCommand('document.nameVersion', () => showVersions({ naming: true }), onOne);
  useCommand(
    'document.update',
    () => {
      if (documentId !== null) void chooseUpdate(shell, documentId);
    },
    onOne,
  );
}

/** Shows the versions of the open document, to look at or to name a new one. */
export function showVersions({ naming }: { naming: boolean }): void {
  useVersionsView.setState({ naming });
  useWorkspace.getState().setOverlay('versions');
}

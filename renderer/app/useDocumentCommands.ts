import { useCommand } from '../commands/commands.ts';
import { useAsk, useEngine } from '../engine/engine.tsx';
import { newDocument, removeDocuments, saveOriginal } from '../library/document-actions.ts';
import { useLibraryCommands } from '../library/useLibraryCommands.ts';
import { useGradeCommand } from '../passages/grading/useGradeCommand.ts';
import { useDocumentNoteCommand } from '../passages/useDocumentNoteCommand.ts';
import { useShell } from '../shell/shell.tsx';
import { useVersionCommands } from '../versions/useVersionCommands.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** The commands about the open document as a whole. */
export function useDocumentCommands(): void {
  const shell = useShell();
  const engine = useEngine();
  const documentId = useWorkspace((state) => state.documentId);
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const { data: documents } = useAsk('documents.list', {});
  const open = documents?.find(({ id }) => id === documentId);
  const onOne = { enabled: documentId !== null };

  useDocumentNoteCommand();
  useVersionCommands();
  useGradeCommand();
  useLibraryCommands();
  useCommand('document.new', () => void newDocument(engine));
  useCommand('document.details', () => setOverlay('details'), onOne);
  useCommand('document.similar', () => setOverlay('similar'), onOne);
  useCommand(
    'document.original',
    () => {
      if (documentId !== null) void saveOriginal(engine, shell, documentId);
    },
    onOne,
  );
  useCommand(
    'document.remove',
    () => {
      if (open !== undefined) void removeDocuments(engine, [open]);
    },
    { enabled: open !== undefined },
  );
}

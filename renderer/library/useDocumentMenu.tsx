import { FileDown, FileInput, History, Info, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import type { DocumentSummary } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { useShell } from '../shell/shell.tsx';
import type { MenuEntry } from '../ui/index.ts';
import { chooseUpdate } from '../versions/update-actions.ts';
import { showVersions } from '../versions/useVersionCommands.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { removeDocument, restoreDocument, saveOriginal } from './document-actions.ts';
import { useLibraryView } from './library-view.ts';

/** What can be done with a document in the list. */
export function useDocumentMenu(): (document: DocumentSummary, bin: boolean) => MenuEntry[] {
  const engine = useEngine();
  const shell = useShell();
  const { openDocument, setOverlay } = useWorkspace.getState();
  return (document, bin) => {
    const original: MenuEntry = {
      id: 'original',
      label: 'Save the original file…',
      icon: <FileDown aria-hidden />,
      run: () => void saveOriginal(engine, shell, document.id),
    };
    if (bin) {
      return [
        {
          id: 'restore',
          label: 'Restore',
          icon: <RotateCcw aria-hidden />,
          keys: 'Enter',
          run: () => void restoreDocument(engine, document),
        },
        original,
      ];
    }
    return [
      {
        id: 'rename',
        label: 'Rename',
        icon: <Pencil aria-hidden />,
        keys: 'F2',
        run: () => useLibraryView.setState({ renaming: { id: document.id, isNew: false } }),
      },
      {
        id: 'details',
        label: 'Details…',
        icon: <Info aria-hidden />,
        run: () => {
          openDocument(document.id);
          setOverlay('details');
        },
      },
      {
        id: 'versions',
        label: 'Versions…',
        icon: <History aria-hidden />,
        run: () => {
          openDocument(document.id);
          showVersions({ naming: false });
        },
      },
      {
        id: 'update',
        label: 'New text from a file…',
        icon: <FileInput aria-hidden />,
        run: () => {
          openDocument(document.id);
          void chooseUpdate(shell, document.id);
        },
      },
      original,
      'line',
      {
        id: 'remove',
        label: 'Move to the bin',
        icon: <Trash2 aria-hidden />,
        keys: 'Delete',
        danger: true,
        run: () => void removeDocument(engine, document),
      },
    ];
  };
}

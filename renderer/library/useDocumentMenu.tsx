import { Copy, FileDown, FileInput, FolderMinus, FolderPlus, History, Info, Pencil, RotateCcw, Share, Trash2, X } from 'lucide-react';
import { type Collection, commands, type DocumentSummary } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { openExport } from '../exports/export-session.ts';
import { useShell } from '../shell/shell.tsx';
import type { MenuEntry } from '../ui/index.ts';
import { chooseUpdate } from '../versions/update/update-actions.ts';
import { showVersions } from '../versions/useVersionCommands.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { takeOutOf } from './collections/collection-actions.ts';
import type { Copies } from './copies/copies.ts';
import { askToPurge, namesOf, removeDocuments, restoreDocuments, saveOriginal, showCopies, showDetails } from './document-actions.ts';
import { useLibraryView } from './library-view.ts';

interface Where {
  bin: boolean;
  /** The collection that is listed. */
  collection: Collection | undefined;
  copies: Copies;
}

/** What can be done with the documents chosen in the list. */
export function useDocumentMenu(): (documents: readonly DocumentSummary[], where: Where) => MenuEntry[] {
  const engine = useEngine();
  const aboutOne = useMenuOfOne();
  const { setOverlay } = useWorkspace.getState();
  return (documents, { bin, collection, copies }) => {
    const [document, ...others] = documents;
    if (document === undefined) return [];
    const isOne = others.length === 0;
    const group = copies.get(document.id);
    const areCopies = group !== undefined && documents.every(({ id }) => copies.get(id) === group);
    if (bin) {
      return [
        {
          id: 'restore',
          label: isOne ? 'Restore' : `Restore ${namesOf(documents)}`,
          icon: <RotateCcw aria-hidden />,
          keys: 'Enter',
          run: () => void restoreDocuments(engine, documents),
        },
        ...(isOne ? [aboutOne(document).original] : []),
        'line',
        {
          id: 'purge',
          label: 'Delete for good…',
          icon: <X aria-hidden />,
          keys: 'Delete',
          danger: true,
          run: () => askToPurge(documents),
        },
      ];
    }
    return [
      ...(isOne
        ? aboutOne(document).entries
        : [
            {
              id: 'details',
              label: `Details of ${namesOf(documents)}…`,
              icon: <Info aria-hidden />,
              keys: commands['document.details'].key,
              run: () => showDetails(documents),
            },
          ]),
      ...(areCopies ? [copiesEntry(document)] : []),
      'line',
      {
        id: 'collect',
        label: commands['document.collect'].title,
        icon: <FolderPlus aria-hidden />,
        keys: commands['document.collect'].key,
        run: () => setOverlay('collect'),
      },
      ...(collection === undefined
        ? []
        : [
            {
              id: 'take',
              label: `Take out of “${collection.name}”`,
              icon: <FolderMinus aria-hidden />,
              keys: 'Backspace',
              run: () => void takeOutOf(engine, collection, documents),
            },
          ]),
      {
        id: 'export',
        label: 'Export…',
        icon: <Share aria-hidden />,
        run: () => openExport({ kind: 'documents', documentIds: documents.map(({ id }) => id) }),
      },
      'line',
      {
        id: 'remove',
        label: isOne ? 'Move to the bin' : `Move ${namesOf(documents)} to the bin`,
        icon: <Trash2 aria-hidden />,
        keys: 'Delete',
        danger: true,
        run: () => void removeDocuments(engine, documents),
      },
    ];
  };
}

function copiesEntry(document: DocumentSummary): MenuEntry {
  return { id: 'copies', label: 'What differs in the copies…', icon: <Copy aria-hidden />, run: () => showCopies(document) };
}

/** What can be done with one document alone. */
function useMenuOfOne(): (document: DocumentSummary) => { entries: MenuEntry[]; original: MenuEntry } {
  const engine = useEngine();
  const shell = useShell();
  const { openDocument } = useWorkspace.getState();
  return (document) => {
    const { id } = document;
    const original: MenuEntry = {
      id: 'original',
      label: 'Save the original file…',
      icon: <FileDown aria-hidden />,
      run: () => void saveOriginal(engine, shell, id),
    };
    const entries: MenuEntry[] = [
      {
        id: 'rename',
        label: 'Rename',
        icon: <Pencil aria-hidden />,
        keys: 'F2',
        run: () => useLibraryView.setState({ renaming: { id, isNew: false } }),
      },
      {
        id: 'details',
        label: 'Details…',
        icon: <Info aria-hidden />,
        keys: commands['document.details'].key,
        run: () => showDetails([document]),
      },
      {
        id: 'versions',
        label: 'Versions…',
        icon: <History aria-hidden />,
        run: () => {
          openDocument(id);
          showVersions({ naming: false });
        },
      },
      {
        id: 'update',
        label: 'New text from a file…',
        icon: <FileInput aria-hidden />,
        run: () => {
          openDocument(id);
          void chooseUpdate(shell, id);
        },
      },
      original,
    ];
    return { entries, original };
  };
}

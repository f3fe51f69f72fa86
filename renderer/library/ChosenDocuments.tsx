import { FolderPlus, Info, RotateCcw, Share, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import type { DocumentSummary } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { openExport } from '../exports/export-session.ts';
import { IconButton, SelectionBar } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { chosenIn, type Folds } from './copies/copies.ts';
import { askToPurge, removeDocuments, restoreDocuments } from './document-actions.ts';

interface ChosenDocumentsProps {
  /** The rows of the list. */
  documents: readonly DocumentSummary[];
  folds: Folds | null;
  bin: boolean;
}

/** What can be done with several documents that are chosen together, below their list; says how many they are. */
export function ChosenDocuments({ documents, folds, bin }: ChosenDocumentsProps) {
  const engine = useEngine();
  const ids = useWorkspace((state) => state.selectedDocumentIds);
  const { setOverlay, set } = useWorkspace.getState();
  const chosen = useMemo(() => (ids.length < 2 ? [] : chosenIn(documents, folds, ids)), [documents, folds, ids]);
  return (
    <SelectionBar count={chosen.length} onNone={() => set({ selectedDocumentIds: [] })}>
      {bin ? (
        <>
          <IconButton label="Restore" keys="Enter" placement="top" onPress={() => void restoreDocuments(engine, chosen)}>
            <RotateCcw aria-hidden />
          </IconButton>
          <IconButton label="Delete for good…" keys="Delete" placement="top" onPress={() => askToPurge(chosen)}>
            <Trash2 aria-hidden />
          </IconButton>
        </>
      ) : (
        <>
          <IconButton label="Put into a collection…" command="document.collect" placement="top" onPress={() => setOverlay('collect')}>
            <FolderPlus aria-hidden />
          </IconButton>
          <IconButton label="Details of all…" placement="top" onPress={() => setOverlay('details-many')}>
            <Info aria-hidden />
          </IconButton>
          <IconButton
            label="Export…"
            placement="top"
            onPress={() => openExport({ kind: 'documents', documentIds: chosen.map(({ id }) => id) })}
          >
            <Share aria-hidden />
          </IconButton>
          <IconButton label="Move to the bin" keys="Delete" placement="top" onPress={() => void removeDocuments(engine, chosen)}>
            <Trash2 aria-hidden />
          </IconButton>
        </>
      )}
    </SelectionBar>
  );
}

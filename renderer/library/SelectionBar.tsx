import { FolderPlus, Info, RotateCcw, Share, Trash2, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { DocumentSummary } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { openExport } from '../exports/export-session.ts';
import { IconButton } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { askToPurge, removeDocuments, restoreDocuments } from './document-actions.ts';
import styles from './SelectionBar.module.css';

const number = new Intl.NumberFormat();

/** What can be done with several documents that are chosen together, below their list; says how many they are. */
export function SelectionBar({ documents, bin }: { documents: readonly DocumentSummary[]; bin: boolean }) {
  const engine = useEngine();
  const ids = useWorkspace((state) => state.selectedDocumentIds);
  const { setOverlay, set } = useWorkspace.getState();
  const chosen = useMemo(() => {
    const wanted = new Set(ids);
    return wanted.size < 2 ? [] : documents.filter(({ id }) => wanted.has(id));
  }, [documents, ids]);
  const several = chosen.length > 1;
  const button = (label: string, icon: ReactNode, run: () => void, keys?: string) => (
    <IconButton label={label} placement="top" onPress={run} {...(keys === undefined ? {} : { keys })}>
      {icon}
    </IconButton>
  );
  return (
    <div className={several ? styles.bar : styles.none}>
      <span className={styles.count} role="status">
        {several ? `${number.format(chosen.length)} selected` : ''}
      </span>
      {!several ? null : bin ? (
        <>
          {button('Restore', <RotateCcw aria-hidden />, () => void restoreDocuments(engine, chosen), 'Enter')}
          {button('Delete for good…', <Trash2 aria-hidden />, () => askToPurge(chosen), 'Delete')}
        </>
      ) : (
        <>
          <IconButton label="Put into a collection…" command="document.collect" placement="top" onPress={() => setOverlay('collect')}>
            <FolderPlus aria-hidden />
          </IconButton>
          {button('Details of all…', <Info aria-hidden />, () => setOverlay('details-many'))}
          {button('Export…', <Share aria-hidden />, () => openExport({ kind: 'documents', documentIds: chosen.map(({ id }) => id) }))}
          {button('Move to the bin', <Trash2 aria-hidden />, () => void removeDocuments(engine, chosen), 'Delete')}
        </>
      )}
      {several ? button('Select none', <X aria-hidden />, () => set({ selectedDocumentIds: [] }), 'Escape') : null}
    </div>
  );
}

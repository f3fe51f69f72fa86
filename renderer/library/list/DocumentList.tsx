import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { DocumentSummary } from '../../../contract/index.ts';
import { useEngine } from '../../engine/engine.tsx';
import { RenameField } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { ChosenDocuments } from '../ChosenDocuments.tsx';
import { type Copies, copiesTold, type Folds, foldOf } from '../copies/copies.ts';
import { renameDocument } from '../document-actions.ts';
import { useLibraryView } from '../library-view.ts';
import rowStyles from '../Rows.module.css';
import { leaveRename, useRows } from '../useRows.tsx';
import { useTopOfFound } from '../useTopOfFound.ts';
import styles from './DocumentList.module.css';
import { DocumentRow } from './DocumentRow.tsx';

/** Height of a row in CSS pixels: a title over a line of source. */
const rowHeight = 46;

interface DocumentListProps {
  documents: readonly DocumentSummary[];
  copies: Copies;
  /** Null where copies stand each in its own place. */
  folds: Folds | null;
  bin: boolean;
}

/** Documents as rows. A press opens; with Shift or Ctrl it chooses several. For the keys see `useRows`. */
export function DocumentList({ documents, copies, folds, bin }: DocumentListProps) {
  const engine = useEngine();
  const open = useWorkspace((state) => state.documentId);
  const openDocument = useWorkspace((state) => state.openDocument);
  const selectedIds = useWorkspace((state) => state.selectedDocumentIds);
  const renaming = useLibraryView((view) => view.renaming);
  const scroller = useRef<HTMLDivElement>(null);
  const listId = useId();
  const rowId = ({ id }: { id: string }) => `${listId}-${id}`;
  const selected = useMemo(() => new Set(selectedIds), [selectedIds]);
  const virtual = useVirtualizer({
    count: documents.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const rows = useRows({
    role: folds === null ? 'listbox' : 'tree',
    rowId,
    documents,
    copies,
    folds,
    bin,
    reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1),
    spotOf: ({ id }) => {
      const row = scroller.current?.querySelector(`[data-document="${id}"]`)?.getBoundingClientRect();
      return row === undefined ? null : { x: row.left + 24, y: row.top + 24 };
    },
    onPress: ({ id }) => {
      if (!bin) openDocument(id);
    },
  });

  // What is opened or made elsewhere (a search, the palette, an import) becomes the row to go on from.
  useEffect(() => {
    if (open !== null) useLibraryView.setState({ active: open, anchor: open });
  }, [open]);
  const openAt = documents.findIndex(({ id }) => id === open);
  useEffect(() => {
    if (openAt !== -1) virtual.scrollToIndex(openAt, { align: 'auto' });
  }, [openAt, virtual]);
  useTopOfFound(scroller);

  const renamed = documents.findIndex(({ id }) => id === renaming?.id);
  const renamedRow = virtual.getVirtualItems().find(({ index }) => index === renamed);
  const endRename = (title: string | null) => {
    leaveRename(renaming?.isNew ?? false, scroller.current);
    const document = documents[renamed];
    if (title !== null && document !== undefined) void renameDocument(engine, document, title);
  };

  return (
    <>
      <div className={styles.frame}>
        <div ref={scroller} className={`${styles.list} ${rowStyles.rows}`} {...rows.listProps}>
          <div className={styles.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const document = documents[index];
              if (document === undefined) return null;
              const fold = foldOf(folds, document.id);
              return (
                <div
                  key={document.id}
                  role="presentation"
                  className={styles.place}
                  style={{ height: rowHeight, transform: `translateY(${start}px)` }}
                >
                  <DocumentRow
                    id={rowId(document)}
                    document={document}
                    place={{ index, count: documents.length }}
                    isOpen={document.id === open}
                    isSelected={selected.has(document.id)}
                    isActive={document.id === rows.active?.id}
                    copies={copiesTold(copies, fold, document.id)}
                    fold={fold}
                    onFold={(event) => rows.onRowFold(event, index)}
                    onCopies={(event) => rows.onRowCopies(event, index)}
                    onClick={(event) => rows.onRowClick(event, index)}
                    onContextMenu={(event) => rows.onRowMenu(event, index)}
                    onDragStart={(event) => rows.onRowDrag(event, index)}
                  />
                </div>
              );
            })}
          </div>
        </div>
        {renamedRow === undefined ? null : (
          // Beside the list, not in it: a choice of a listbox may hold no field.
          <div className={styles.rename} style={{ top: renamedRow.start - (virtual.scrollOffset ?? 0) }}>
            <RenameField label="Title of the document" value={documents[renamed]?.title ?? ''} onDone={endRename} />
          </div>
        )}
      </div>
      <ChosenDocuments documents={documents} bin={bin} />
      {rows.menu}
    </>
  );
}

// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go as one scrolls are laid out by themselves, which no table element allows.

import { useVirtualizer } from '@tanstack/react-virtual';
import { Columns3, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef } from 'react';
import { runCommand, useCommand } from '../../commands/commands.ts';
import { useEngine } from '../../engine/engine.tsx';
import { IconButton, InlineError, Menu, type MenuEntry, RenameField } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { ChosenDocuments } from '../ChosenDocuments.tsx';
import { copiesTold, foldOf } from '../copies/copies.ts';
import { renameDocument } from '../document-actions.ts';
import { Filter } from '../Filter.tsx';
import { useLibraryView } from '../library-view.ts';
import { NothingListed } from '../NothingListed.tsx';
import rowStyles from '../Rows.module.css';
import section from '../Section.module.css';
import { useChosenCollection, useLibrary, useOrder } from '../useLibrary.ts';
import { leaveRename, useRows } from '../useRows.tsx';
import { useTopOfFound } from '../useTopOfFound.ts';
import { columnIds, columnTitles, toggled } from './columns.ts';
import styles from './LibraryTable.module.css';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { useCollectionNames, useColumns } from './useColumns.ts';

/** In CSS pixels. */
const rowHeight = 30;
const headHeight = 30;

const count = new Intl.NumberFormat();

/** The library as a table, where documents are read otherwise. Enter or a double press opens; for the other keys see `useRows`. */
export function LibraryTable() {
  const engine = useEngine();
  const { documents, found, shown, copies, folds, error } = useLibrary();
  const { bin, filter, renaming } = useLibraryView();
  const collection = useChosenCollection();
  const open = useWorkspace((state) => state.documentId);
  const selectedIds = useWorkspace((state) => state.selectedDocumentIds);
  const { set, openDocument } = useWorkspace.getState();
  const [order, setOrder] = useOrder();
  const [columns, setColumns] = useColumns();
  const namesOf = useCollectionNames(columns.some(({ id }) => id === 'collections'));
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const rowId = ({ id }: { id: string }) => `${gridId}-${id}`;
  const selected = useMemo(() => new Set(selectedIds), [selectedIds]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 12,
  });
  const close = () => {
    set({ tableShown: false });
    requestAnimationFrame(() => runCommand('go.document'));
  };
  const rows = useRows({
    role: folds === null ? 'grid' : 'treegrid',
    rowId,
    documents: shown,
    copies,
    folds,
    bin,
    reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    spotOf: ({ id }) => {
      const row = scroller.current?.querySelector(`[data-document="${id}"]`)?.getBoundingClientRect();
      return row === undefined ? null : { x: row.left + 24, y: row.bottom };
    },
    onEscape: close,
  });
  useCommand('go.document', close);
  const isThere = shown.length > 0;
  useEffect(() => {
    // The filter keeps the focus when rows come back as one types.
    if (isThere && !(document.activeElement instanceof HTMLInputElement)) scroller.current?.focus({ preventScroll: true });
  }, [isThere]);
  useTopOfFound(scroller);

  const template = `${columns.map(({ width }) => `${width}px`).join(' ')} 1fr`;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const choices = columnIds.map(
    (id): MenuEntry => ({
      id,
      label: columnTitles[id],
      checked: columns.some((column) => column.id === id),
      disabled: id === 'title',
      run: () => setColumns(toggled(columns, id), true),
    }),
  );
  const renamed = shown.findIndex(({ id }) => id === renaming?.id);
  const renamedRow = virtual.getVirtualItems().find(({ index }) => index === renamed);
  const endRename = (title: string | null) => {
    leaveRename(renaming?.isNew ?? false, scroller.current);
    const document = shown[renamed];
    if (title !== null && document !== undefined) void renameDocument(engine, document, title);
  };

  return (
    <section className={styles.table} aria-label="Library as a table">
      <div className={styles.header}>
        <h2 className={styles.title}>
          {bin ? 'Bin' : (collection?.name ?? 'All documents')}
          {documents === undefined ? null : <span className={section.count}>{count.format(documents.length)}</span>}
        </h2>
        <div className={styles.filter}>
          <Filter found={filter === '' || documents === undefined ? '' : `${count.format(found)} of ${count.format(documents.length)}`} />
        </div>
        <Menu label="Columns" entries={choices} placement="bottom end">
          <IconButton label="Columns">
            <Columns3 aria-hidden />
          </IconButton>
        </Menu>
        <IconButton label="Back to the document" keys="Escape" onPress={close}>
          <X aria-hidden />
        </IconButton>
      </div>
      {error === null ? null : <InlineError error={error} />}
      {documents === undefined ? null : !isThere ? (
        <NothingListed filtered={documents.length > 0} />
      ) : (
        <div className={styles.frame}>
          <div ref={scroller} className={`${styles.grid} ${rowStyles.rows}`} {...rows.listProps}>
            <TableHead
              columns={columns}
              template={template}
              order={bin ? null : order}
              onOrder={setOrder}
              onColumns={(changed, done) => setColumns(changed, done)}
            />
            <div role="rowgroup" className={styles.inner} style={{ height: virtual.getTotalSize() - headHeight, minWidth: width }}>
              {virtual.getVirtualItems().map(({ index, start }) => {
                const document = shown[index];
                if (document === undefined) return null;
                const fold = foldOf(folds, document.id);
                return (
                  <TableRow
                    key={document.id}
                    id={rowId(document)}
                    document={document}
                    index={index}
                    columns={columns}
                    facts={{ collections: namesOf(document.id), copies: copiesTold(copies, fold, document.id) }}
                    fold={fold}
                    onFold={(event) => rows.onRowFold(event, index)}
                    onCopies={(event) => rows.onRowCopies(event, index)}
                    place={{ height: rowHeight, gridTemplateColumns: template, transform: `translateY(${start - headHeight}px)` }}
                    isOpen={document.id === open}
                    isSelected={selected.has(document.id)}
                    isActive={document.id === rows.active?.id}
                    onClick={(event) => rows.onRowClick(event, index)}
                    onDoubleClick={() => {
                      if (!bin) openDocument(document.id);
                    }}
                    onContextMenu={(event) => rows.onRowMenu(event, index)}
                    onDragStart={(event) => rows.onRowDrag(event, index)}
                  />
                );
              })}
            </div>
          </div>
          {renamedRow === undefined ? null : (
            <div className={styles.rename} style={{ top: renamedRow.start - (virtual.scrollOffset ?? 0), width: columns[0]?.width }}>
              <RenameField label="Title of the document" value={shown[renamed]?.title ?? ''} onDone={endRename} />
            </div>
          )}
        </div>
      )}
      <ChosenDocuments documents={shown} bin={bin} />
      {rows.menu}
    </section>
  );
}

// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go as one scrolls are laid out by themselves, which no table element allows.

import { Columns3, X } from 'lucide-react';
import { useEffect } from 'react';
import { runCommand, useCommand } from '../../commands/commands.ts';
import { IconButton, InlineError, Menu, type MenuEntry, VirtualRows } from '../../ui/index.ts';
import section from '../../ui/Section.module.css';
import { useWorkspace } from '../../workspace/workspace.ts';
import { ChosenDocuments } from '../ChosenDocuments.tsx';
import { Filter } from '../Filter.tsx';
import { useLibraryView } from '../library-view.ts';
import { NothingListed } from '../NothingListed.tsx';
import { RowRename } from '../RowRename.tsx';
import rowStyles from '../Rows.module.css';
import { useChosenCollection, useLibrary, useOrder } from '../useLibrary.ts';
import { useRows } from '../useRows.tsx';
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
  const { documents, found, shown, copies, folds, places, error } = useLibrary();
  const { bin, filter } = useLibraryView();
  const collection = useChosenCollection();
  const { set, openDocument } = useWorkspace.getState();
  const [order, setOrder] = useOrder();
  const [columns, setColumns] = useColumns();
  const namesOf = useCollectionNames(columns.some(({ id }) => id === 'collections'));
  const close = () => {
    set({ tableShown: false });
    requestAnimationFrame(() => runCommand('go.document'));
  };
  const { list, listProps, propsOf, menu } = useRows({
    role: folds === null ? 'grid' : 'treegrid',
    documents: shown,
    rowHeight,
    head: headHeight,
    copies,
    folds,
    places,
    bin,
    onEscape: close,
  });
  const { scroller } = list;
  useCommand('go.document', close);
  const isThere = shown.length > 0;
  useEffect(() => {
    // The filter keeps the focus when rows come back as one types.
    if (isThere && !(document.activeElement instanceof HTMLInputElement)) scroller.current?.focus({ preventScroll: true });
  }, [isThere, scroller]);
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
          <div className={`${styles.grid} ${rowStyles.rows}`} {...listProps}>
            <TableHead
              columns={columns}
              template={template}
              order={bin ? null : order}
              choices={choices}
              onOrder={setOrder}
              onColumns={(changed, done) => setColumns(changed, done)}
            />
            <div role="rowgroup" style={{ minWidth: width }}>
              <VirtualRows list={list}>
                {(document, index) => (
                  <TableRow
                    {...propsOf(document, index)}
                    index={index}
                    columns={columns}
                    template={template}
                    collections={namesOf(document.id)}
                    onDoubleClick={() => {
                      if (!bin) openDocument(document.id);
                    }}
                  />
                )}
              </VirtualRows>
            </div>
          </div>
          <RowRename list={list} className={styles.rename} width={columns[0]?.width} />
        </div>
      )}
      <ChosenDocuments documents={shown} folds={folds} bin={bin} />
      {menu}
    </section>
  );
}

import { useEffect } from 'react';
import type { DocumentSummary } from '../../../contract/index.ts';
import { VirtualRows } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { ChosenDocuments } from '../ChosenDocuments.tsx';
import type { Copies, Folds, Place } from '../copies/copies.ts';
import { useLibraryView } from '../library-view.ts';
import { RowRename } from '../RowRename.tsx';
import rowStyles from '../Rows.module.css';
import { useRows } from '../useRows.tsx';
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
  places: readonly Place[] | null;
  bin: boolean;
}

/** Documents as rows. A press opens; with Shift or Ctrl it chooses several. For the keys see `useRows`. */
export function DocumentList({ documents, copies, folds, places, bin }: DocumentListProps) {
  const open = useWorkspace((state) => state.documentId);
  const openDocument = useWorkspace((state) => state.openDocument);
  const { list, listProps, propsOf, menu } = useRows({
    role: folds === null ? 'listbox' : 'tree',
    documents,
    rowHeight,
    copies,
    folds,
    places,
    bin,
    onPress: ({ id }) => {
      if (!bin) openDocument(id);
    },
  });

  useTopOfFound(list.scroller);

  // What is opened or made elsewhere (a search, the palette, an import) becomes the row to go on from.
  useEffect(() => {
    if (open !== null) useLibraryView.setState({ active: open, anchor: open });
  }, [open]);
  const { virtual } = list;
  const openAt = documents.findIndex(({ id }) => id === open);
  useEffect(() => {
    if (openAt !== -1) virtual.scrollToIndex(openAt, { align: 'auto' });
  }, [openAt, virtual]);

  return (
    <>
      <div className={styles.frame}>
        <div className={`${styles.list} ${rowStyles.rows}`} {...listProps}>
          <VirtualRows list={list}>{(document, index) => <DocumentRow {...propsOf(document, index)} />}</VirtualRows>
        </div>
        <RowRename list={list} className={styles.rename} />
      </div>
      <ChosenDocuments documents={documents} folds={folds} bin={bin} />
      {menu}
    </>
  );
}

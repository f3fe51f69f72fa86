import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import type { DocumentSummary } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { useEngine } from '../engine/engine.tsx';
import { findTyped, isTyping, nothingTyped, typeLetter } from '../passages/type-ahead.ts';
import { ContextMenu, RenameField, type Spot } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './DocumentList.module.css';
import { DocumentRow } from './DocumentRow.tsx';
import { removeDocument, renameDocument, restoreDocument } from './document-actions.ts';
import { useLibraryView } from './library-view.ts';
import { useDocumentMenu } from './useDocumentMenu.tsx';

/** Height of a row in CSS pixels: a title over a line of source. */
const rowHeight = 46;

/** Documents as rows. Arrows and letters move along them, Enter opens, F2 renames, Delete moves to the bin. */
export function DocumentList({ documents, bin }: { documents: readonly DocumentSummary[]; bin: boolean }) {
  const engine = useEngine();
  const open = useWorkspace((state) => state.documentId);
  const openDocument = useWorkspace((state) => state.openDocument);
  const renaming = useLibraryView((view) => view.renaming);
  const [activeId, setActiveId] = useState(open);
  const [menu, setMenu] = useState<{ id: string; spot: Spot } | null>(null);
  const entriesOf = useDocumentMenu();
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef(nothingTyped);
  const listId = useId();
  const virtual = useVirtualizer({
    count: documents.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  const at = Math.max(
    0,
    documents.findIndex(({ id }) => id === activeId),
  );
  const active = documents[at];

  // What is opened or made elsewhere (a search, the palette, an import) becomes the row to go on from.
  useEffect(() => setActiveId(open), [open]);
  const openAt = documents.findIndex(({ id }) => id === open);
  useEffect(() => {
    if (openAt !== -1) virtual.scrollToIndex(openAt, { align: 'auto' });
  }, [openAt, virtual]);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(documents.length - 1, index));
    const document = documents[next];
    if (document === undefined) return;
    setActiveId(document.id);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const take = (document: DocumentSummary) => {
    if (bin) void restoreDocument(engine, document);
    else openDocument(document.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || active === undefined) return;
    const now = Date.now();
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: documents.length - 1,
    };
    const move = moves[event.key];
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (move !== undefined && plain) go(move);
    else if (event.key === 'Enter') take(active);
    else if (event.key === 'F2' && !bin) useLibraryView.setState({ renaming: { id: active.id, isNew: false } });
    else if (event.key === 'Delete' && !bin) {
      go(at === documents.length - 1 ? at - 1 : at + 1);
      void removeDocument(engine, active);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenuAtRow(active.id);
    else if (plain && (/^[\p{L}\p{N}]$/u.test(event.key) || (event.key === ' ' && isTyping(typed.current, now)))) {
      typed.current = typeLetter(typed.current, event.key, now);
      const found = findTyped(
        documents.map(({ title }) => title),
        typed.current.text,
        at,
      );
      if (found !== -1) go(found);
    } else if (event.key === ' ') take(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const openMenuAtRow = (id: string) => {
    const row = scroller.current?.querySelector(`[data-document="${id}"]`)?.getBoundingClientRect();
    if (row !== undefined) setMenu({ id, spot: { x: row.left + 24, y: row.top + 24 } });
  };
  const onContextMenu = (event: MouseEvent, id: string) => {
    event.preventDefault();
    setActiveId(id);
    setMenu({ id, spot: { x: event.clientX, y: event.clientY } });
  };

  const menuFor = menu === null ? undefined : documents.find(({ id }) => id === menu.id);
  const renamed = documents.findIndex(({ id }) => id === renaming?.id);
  const renamedRow = virtual.getVirtualItems().find(({ index }) => index === renamed);
  const endRename = (title: string | null) => {
    useLibraryView.setState({ renaming: null });
    if (!renaming?.isNew || !runCommand('go.document')) scroller.current?.focus();
    const document = documents[renamed];
    if (title !== null && document !== undefined) void renameDocument(engine, document, title);
  };

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.list}
        role="listbox"
        aria-label={bin ? 'Documents in the bin' : 'Documents'}
        aria-activedescendant={active === undefined ? undefined : `${listId}-${active.id}`}
        tabIndex={0}
        data-pane-focus
        onKeyDown={onKeyDown}
      >
        <div className={styles.inner} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const document = documents[index];
            if (document === undefined) return null;
            return (
              <div
                key={document.id}
                role="presentation"
                className={styles.place}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <DocumentRow
                  id={`${listId}-${document.id}`}
                  document={document}
                  place={{ index, count: documents.length }}
                  isOpen={document.id === open}
                  isActive={document.id === active?.id}
                  onTake={() => {
                    setActiveId(document.id);
                    if (!bin) take(document);
                  }}
                  onContextMenu={(event) => onContextMenu(event, document.id)}
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
      {menu === null || menuFor === undefined ? null : (
        <ContextMenu label={menuFor.title} spot={menu.spot} entries={entriesOf(menuFor, bin)} onClose={() => setMenu(null)} />
      )}
    </div>
  );
}

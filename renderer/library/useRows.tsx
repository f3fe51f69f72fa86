import {
  type DragEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { DocumentSummary } from '../../contract/index.ts';
import { commandOf } from '../commands/keys.ts';
import { useEngine } from '../engine/engine.tsx';
import { findTyped, isTyping, nothingTyped, typeLetter } from '../passages/type-ahead.ts';
import { ContextMenu, movedTo, onMac, type Spot, useVirtualRows, type VirtualList } from '../ui/index.ts';
import { type Way, wayOfArrow, wayOfPress } from '../ui/selection.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { takeOutOf } from './collections/collection-actions.ts';
import {
  type Copies,
  type CopiesTold,
  chosenIn,
  copiesTold,
  documentsOf,
  type Fold,
  type Folds,
  foldOf,
  type Place,
} from './copies/copies.ts';
import { askToPurge, namesOf, removeDocuments, restoreDocuments, showCopies, showDetails } from './document-actions.ts';
import { drag } from './dragged.ts';
import { chooseAll, chooseRow, foldCopies, useLibraryView } from './library-view.ts';
import styles from './list/DocumentList.module.css';
import { useDocumentMenu } from './useDocumentMenu.tsx';
import { useChosenCollection } from './useLibrary.ts';

interface RowsOptions {
  role: 'listbox' | 'tree' | 'grid' | 'treegrid';
  documents: readonly DocumentSummary[];
  /** In CSS pixels, as is the head, which stays above the rows. */
  rowHeight: number;
  head?: number;
  copies: Copies;
  folds: Folds | null;
  places: readonly Place[] | null;
  bin: boolean;
  /** A press without Ctrl or Shift. */
  onPress?: (document: DocumentSummary) => void;
  onEscape?: () => void;
}

/** The pane's focus goes there. */
const paneFocus = { 'data-pane-focus': true };

/** What a row shows and does, in the list as in the table. */
export interface RowProps {
  id: string;
  document: DocumentSummary;
  place: Place;
  isOpen: boolean;
  isSelected: boolean;
  isActive: boolean;
  /** That the row tells of. */
  copies: CopiesTold | null;
  /** Null where copies stand each in its own place. */
  fold: Fold | null;
  /** Unfolds the copies of the row's document or folds them away. */
  onFold: (event: MouseEvent) => void;
  /** Shows what differs in the copies of the row's document. */
  onCopies: (event: MouseEvent) => void;
  onClick: (event: MouseEvent) => void;
  onContextMenu: (event: MouseEvent) => void;
  onDragStart: (event: DragEvent) => void;
}

interface Rows {
  list: VirtualList<DocumentSummary>;
  /** Of the element whose rows they are, which scrolls, has the focus and takes the keys. */
  listProps: HTMLAttributes<HTMLDivElement> & { ref: RefObject<HTMLDivElement | null> };
  propsOf: (document: DocumentSummary, index: number) => RowProps;
  menu: ReactNode;
}

/**
 * Rows of documents, as a list or a table: arrows and letters move along them, with Shift they choose a stretch, with Ctrl they
 * only move and Space chooses; Right and Left unfold copies and fold them away; Enter opens, F2 renames, Delete moves to the bin,
 * Backspace takes out of the collection.
 */
export function useRows({ role, documents, rowHeight, head = 0, copies, folds, places, bin, onPress, onEscape }: RowsOptions): Rows {
  const engine = useEngine();
  const openId = useWorkspace((state) => state.documentId);
  const activeId = useLibraryView((view) => view.active) ?? openId;
  const collection = useChosenCollection();
  const [menu, setMenu] = useState<Spot | null>(null);
  const entriesOf = useDocumentMenu();
  const typed = useRef(nothingTyped);
  const at = Math.max(
    0,
    documents.findIndex(({ id }) => id === activeId),
  );
  const active = documents[at];
  const selectedIds = useWorkspace((state) => state.selectedDocumentIds);
  const selected = useMemo(() => new Set(selectedIds), [selectedIds]);
  const list = useVirtualRows({ rows: documents, idOf, rowHeight, head, active: at });
  const listId = useId();
  const rowId = ({ id }: DocumentSummary) => `${listId}-${id}`;

  const chooseAt = (index: number, way: Way) => chooseRow(documents, folds, index, way);
  const go = (index: number, way: Way) => {
    chooseAt(index, way);
    list.reveal(index);
  };
  const goTo = (documentId: string) => {
    const index = documents.findIndex(({ id }) => id === documentId);
    if (index !== -1) go(index, 'only');
  };
  /** What is chosen; where nothing is, what the row stands for that the keyboard is on. */
  const chosen = (): readonly DocumentSummary[] => {
    const all = chosenIn(documents, folds, useWorkspace.getState().selectedDocumentIds);
    return all.length > 0 || active === undefined ? all : documentsOf(active, folds);
  };
  const open = () => {
    if (bin) void restoreDocuments(engine, chosen());
    else if (active !== undefined) useWorkspace.getState().openDocument(active.id);
  };
  /** The keyboard goes on beside what is taken away. */
  const stepOff = (gone: readonly DocumentSummary[]) => {
    const ids = new Set(gone.map(({ id }) => id));
    const after = documents.findIndex(({ id }, index) => index > at && !ids.has(id));
    const next = after === -1 ? documents.findLastIndex(({ id }, index) => index < at && !ids.has(id)) : after;
    if (next !== -1) go(next, 'only');
  };
  const deed = (key: string): boolean => {
    if (key === 'F2' && !bin && active !== undefined) useLibraryView.setState({ renaming: { id: active.id, isNew: false } });
    else if (key === 'Delete' || (key === 'Backspace' && onMac && collection === undefined)) {
      const gone = chosen();
      if (bin) askToPurge(gone);
      else {
        stepOff(gone);
        void removeDocuments(engine, gone);
      }
    } else if (key === 'Backspace' && collection !== undefined && !bin) {
      const gone = chosen();
      stepOff(gone);
      void takeOutOf(engine, collection, gone);
    } else return false;
    return true;
  };

  const unfold = (key: string): boolean => {
    const now = active === undefined ? null : foldOf(folds, active.id);
    const group = active === undefined ? undefined : copies.get(active.id);
    if (now === null || group === undefined) return false;
    if (key === 'ArrowRight' && now.kind === 'first') {
      if (now.isOpen) go(at + 1, 'only');
      else foldCopies(group, true);
    } else if (key === 'ArrowLeft') {
      if (now.kind === 'first') foldCopies(group, false);
      else if (now.kind === 'copy') goTo(now.firstId);
    } else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || active === undefined) return;
    // Here it is about the rows, elsewhere about the open document.
    if (!bin && commandOf(event, onMac) === 'document.details') {
      showDetails(chosen());
      event.preventDefault();
      event.stopPropagation();
    }
    if (event.altKey) return;
    const { key } = event;
    const now = Date.now();
    const mod = event.ctrlKey || event.metaKey;
    const move = movedTo(key, { at, count: documents.length, page: list.page() });
    if (move !== null) go(move, wayOfArrow(event));
    else if (mod && key.toLowerCase() === 'a') chooseAll(documents, folds);
    else if (key === ' ' && (mod || event.shiftKey)) chooseAt(at, event.shiftKey ? 'range' : 'toggle');
    else if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) setMenu(spotOf(active));
    else if (mod) return;
    else if (key === 'Enter') open();
    else if (key === 'Escape' && isOneOfSeveral(documentsOf(active, folds), selected)) chooseAt(at, 'only');
    else if (key === 'Escape' && onEscape !== undefined) onEscape();
    else if (/^[\p{L}\p{N}]$/u.test(key) || (key === ' ' && isTyping(typed.current, now))) {
      typed.current = typeLetter(typed.current, key, now);
      const titles = documents.map(({ title }) => title);
      const found = findTyped(titles, typed.current.text, at);
      if (found !== -1) go(found, 'only');
    } else if (key === ' ') open();
    else if (!unfold(key) && !deed(key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const spotOf = (document: DocumentSummary): Spot | null => {
    const row = window.document.getElementById(rowId(document))?.getBoundingClientRect();
    return row === undefined ? null : { x: row.left + 24, y: row.bottom };
  };
  const chooseUnlessChosen = (id: string, index: number) => chooseAt(index, selected.has(id) ? 'move' : 'only');
  const propsOf = (document: DocumentSummary, index: number): RowProps => {
    const { id } = document;
    const fold = foldOf(folds, id);
    return {
      id: rowId(document),
      document,
      place: places?.[index] ?? { index, count: documents.length },
      isOpen: id === openId,
      isSelected: selected.has(id),
      isActive: index === at,
      copies: copiesTold(copies, folds, id),
      fold,
      onFold: (event) => {
        event.stopPropagation();
        const group = copies.get(id);
        if (group === undefined) return;
        // The keyboard must not be left on a row that goes.
        chooseAt(index, 'move');
        foldCopies(group, fold?.kind === 'first' && !fold.isOpen);
      },
      onCopies: (event) => {
        event.stopPropagation();
        showCopies(document);
      },
      onClick: (event) => {
        const way = wayOfPress(event);
        chooseAt(index, way);
        if (way === 'only') onPress?.(document);
      },
      onContextMenu: (event) => {
        event.preventDefault();
        chooseUnlessChosen(id, index);
        setMenu({ x: event.clientX, y: event.clientY });
      },
      onDragStart: (event) => {
        chooseUnlessChosen(id, index);
        drag(event, chosen(), styles.carried ?? '');
      },
    };
  };

  return {
    list,
    listProps: {
      ref: list.scroller,
      role,
      'aria-label': bin ? 'Documents in the bin' : 'Documents',
      'aria-multiselectable': true,
      'aria-activedescendant': active === undefined ? undefined : rowId(active),
      // The row of headings counts.
      ...(role === 'grid' || role === 'treegrid' ? { 'aria-rowcount': documents.length + 1 } : {}),
      tabIndex: 0,
      onKeyDown,
      ...paneFocus,
    },
    propsOf,
    menu:
      menu === null ? null : (
        <ContextMenu
          label={namesOf(chosen())}
          spot={menu}
          entries={entriesOf(chosen(), { bin, collection, copies })}
          onClose={() => setMenu(null)}
        />
      ),
  };
}

/** Whether more is chosen than what a row stands for. */
function isOneOfSeveral(own: readonly DocumentSummary[], selected: ReadonlySet<string>): boolean {
  return selected.size > 1 && (selected.size !== own.length || !own.every(({ id }) => selected.has(id)));
}

function idOf({ id }: DocumentSummary): string {
  return id;
}

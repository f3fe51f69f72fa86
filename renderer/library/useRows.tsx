import { type DragEvent, type HTMLAttributes, type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import type { DocumentSummary } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { commandOf } from '../commands/keys.ts';
import { useEngine } from '../engine/engine.tsx';
import { findTyped, isTyping, nothingTyped, typeLetter } from '../passages/type-ahead.ts';
import { ContextMenu, onMac, type Spot } from '../ui/index.ts';
import { type Way, wayOfArrow, wayOfPress } from '../ui/selection.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { takeOutOf } from './collections/collection-actions.ts';
import type { Copies, Folds } from './copies/copies.ts';
import { askToPurge, namesOf, removeDocuments, restoreDocuments, showCopies, showDetails } from './document-actions.ts';
import { drag } from './dragged.ts';
import { chooseAll, chooseRow, foldCopies, useLibraryView } from './library-view.ts';
import styles from './list/DocumentList.module.css';
import { useDocumentMenu } from './useDocumentMenu.tsx';
import { useChosenCollection } from './useLibrary.ts';

interface RowsOptions {
  role: 'listbox' | 'tree' | 'grid' | 'treegrid';
  /** The id that a row has in the page. */
  rowId: (document: DocumentSummary) => string;
  documents: readonly DocumentSummary[];
  copies: Copies;
  folds: Folds | null;
  bin: boolean;
  /** Brings a row into view. */
  reveal: (index: number) => void;
  /** Rows that are on screen at once. */
  page: () => number;
  /** Where on the screen a row is, for its menu. */
  spotOf: (document: DocumentSummary) => Spot | null;
  /** A press without Ctrl or Shift. */
  onPress?: (document: DocumentSummary) => void;
  onEscape?: () => void;
}

/** The pane's focus goes there. */
const paneFocus = { 'data-pane-focus': true };

interface Rows {
  active: DocumentSummary | undefined;
  /** Of the element whose rows they are, which has the focus and takes the keys. */
  listProps: HTMLAttributes<HTMLDivElement>;
  onRowClick: (event: MouseEvent, index: number) => void;
  onRowMenu: (event: MouseEvent, index: number) => void;
  onRowDrag: (event: DragEvent, index: number) => void;
  /** Unfolds the copies of a row's document or folds them away. */
  onRowFold: (event: MouseEvent, index: number) => void;
  /** Shows what differs in the copies of a row's document. */
  onRowCopies: (event: MouseEvent, index: number) => void;
  menu: ReactNode;
}

/**
 * Rows of documents, as a list or a table: arrows and letters move along them, with Shift they choose a stretch, with Ctrl they
 * only move and Space chooses; Right and Left unfold copies and fold them away; Enter opens, F2 renames, Delete moves to the bin,
 * Backspace takes out of the collection.
 */
export function useRows({ role, rowId, documents, copies, folds, bin, reveal, page, spotOf, onPress, onEscape }: RowsOptions): Rows {
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

  const go = (index: number, way: Way) => {
    const next = Math.max(0, Math.min(documents.length - 1, index));
    chooseRow(documents, next, way);
    reveal(next);
  };
  const goTo = (documentId: string) => {
    const index = documents.findIndex(({ id }) => id === documentId);
    go(index, 'only');
  };
  /** What is chosen; where nothing is, the row that the keyboard is on. */
  const chosen = (): readonly DocumentSummary[] => {
    const ids = new Set(useWorkspace.getState().selectedDocumentIds);
    const all = documents.filter(({ id }) => ids.has(id));
    return all.length > 0 || active === undefined ? all : [active];
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
    const now = active === undefined ? undefined : folds?.get(active.id);
    const group = active === undefined ? undefined : copies.get(active.id);
    if (now === undefined || group === undefined) return false;
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
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page(),
      PageUp: at - page(),
      Home: 0,
      End: documents.length - 1,
    };
    const move = moves[key];
    if (move !== undefined) go(move, wayOfArrow(event));
    else if (mod && key.toLowerCase() === 'a') chooseAll(documents);
    else if (key === ' ' && (mod || event.shiftKey)) chooseRow(documents, at, event.shiftKey ? 'range' : 'toggle');
    else if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) setMenu(spotOf(active));
    else if (mod) return;
    else if (key === 'Enter') open();
    else if (key === 'Escape' && useWorkspace.getState().selectedDocumentIds.length > 1) chooseRow(documents, at, 'only');
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

  const onRowClick = (event: MouseEvent, index: number) => {
    const way = wayOfPress(event);
    chooseRow(documents, index, way);
    const document = documents[index];
    if (way === 'only' && document !== undefined) onPress?.(document);
  };
  const chooseUnlessChosen = (index: number) => {
    const id = documents[index]?.id;
    if (id !== undefined && !useWorkspace.getState().selectedDocumentIds.includes(id)) chooseRow(documents, index, 'only');
    else chooseRow(documents, index, 'move');
  };

  return {
    active,
    listProps: {
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
    onRowClick,
    onRowMenu: (event, index) => {
      event.preventDefault();
      chooseUnlessChosen(index);
      setMenu({ x: event.clientX, y: event.clientY });
    },
    onRowDrag: (event, index) => {
      chooseUnlessChosen(index);
      drag(event, chosen(), styles.carried ?? '');
    },
    onRowFold: (event, index) => {
      event.stopPropagation();
      const document = documents[index];
      const group = document === undefined ? undefined : copies.get(document.id);
      if (document === undefined || group === undefined) return;
      // The keyboard must not be left on a row that goes.
      chooseRow(documents, index, 'move');
      const fold = folds?.get(document.id);
      foldCopies(group, fold?.kind === 'first' && !fold.isOpen);
    },
    onRowCopies: (event, index) => {
      event.stopPropagation();
      const document = documents[index];
      if (document !== undefined) showCopies(document);
    },
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

/** After a title was typed over: back to the list, or on to the text of a new document. */
export function leaveRename(isNew: boolean, list: HTMLElement | null): void {
  useLibraryView.setState({ renaming: null });
  if (!isNew || !runCommand('go.document')) list?.focus();
}

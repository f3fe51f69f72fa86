import { create } from 'zustand';

/** What floats over the panes; one at a time, Esc closes it. */
export type Overlay =
  | 'search'
  | 'palette'
  | 'shortcuts'
  | 'export'
  | 'aliases'
  | 'paste'
  | 'details'
  | 'details-many'
  | 'collect'
  | 'copies'
  | 'purge'
  | 'versions'
  | 'similar'
  | 'update'
  | 'imports'
  | 'import-question'
  | 'watch'
  | 'notebook-note'
  | 'check'
  | 'analyst'
  | 'new-notebook'
  | 'open-notebook'
  | null;

/** How the open document stands on disk. */
export type SaveState = { kind: 'saved' } | { kind: 'saving' } | { kind: 'unsaved'; reason: string };

/** A stretch of the open document to bring into view and to paint, in UTF-16 offsets of its text. */
export interface Target {
  documentId: string;
  start: number;
  end: number;
}

interface Workspace {
  documentId: string | null;
  /** Documents chosen together in the library. */
  selectedDocumentIds: string[];
  /** The passage at the caret or chosen in the margin or the list. */
  passageId: string | null;
  /** Passages chosen together in the list; what is done to one of them is done to all. */
  chosenPassageIds: readonly string[];
  /** Raised by one whenever the passage should be scrolled into view in the document. */
  revealPassage: number;
  /** Raised by one to ask the passages pane for the note editor of `passageId`. */
  noteRequest: number;
  target: Target | null;
  /** The document whose text takes the focus as soon as it is there, with the target selected. */
  entering: string | null;
  /** What was last searched for in the notebook, so that the editor can paint its hits; empty: paint none. */
  searchText: string;
  /** Groups of aliases that it was searched for without. */
  searchWithout: readonly string[];
  overlay: Overlay;
  libraryShown: boolean;
  /** The library stands as a table where the document is read. */
  tableShown: boolean;
  passagesShown: boolean;
  save: SaveState;
  words: number;
  /** Only passages in these spheres are listed; empty: all. */
  sphereFilter: string[];

  openDocument(documentId: string | null, target?: { start: number; end: number }): void;
  focusPassage(passageId: string | null, options?: { reveal: boolean }): void;
  requestNote(): void;
  setOverlay(overlay: Overlay): void;
  /** Forgets what belonged to the notebook that was open before. */
  reset(): void;
  set(
    patch: Partial<
      Pick<
        Workspace,
        | 'libraryShown'
        | 'tableShown'
        | 'passagesShown'
        | 'selectedDocumentIds'
        | 'chosenPassageIds'
        | 'save'
        | 'words'
        | 'sphereFilter'
        | 'target'
        | 'entering'
        | 'searchText'
        | 'searchWithout'
      >
    >,
  ): void;
}

/** What belongs to the notebook that is open. */
const ofANotebook = {
  documentId: null,
  selectedDocumentIds: [],
  tableShown: false,
  passageId: null,
  chosenPassageIds: [],
  target: null,
  entering: null,
  searchText: '',
  searchWithout: [],
  overlay: null,
  save: { kind: 'saved' },
  words: 0,
} satisfies Partial<Workspace>;

/** What the window shows now: what several panes share and nothing that the notebook keeps. */
export const useWorkspace = create<Workspace>()((set) => ({
  ...ofANotebook,
  sphereFilter: [],
  revealPassage: 0,
  noteRequest: 0,
  libraryShown: true,
  passagesShown: true,

  openDocument: (documentId, target) =>
    set((was) => ({
      documentId,
      selectedDocumentIds: documentId === null ? was.selectedDocumentIds : [documentId],
      tableShown: documentId === null && was.tableShown,
      passageId: was.documentId === documentId ? was.passageId : null,
      target: documentId !== null && target !== undefined ? { documentId, ...target } : null,
    })),
  focusPassage: (passageId, options) =>
    set((was) => ({ passageId, revealPassage: options?.reveal ? was.revealPassage + 1 : was.revealPassage })),
  requestNote: () => set((was) => ({ noteRequest: was.noteRequest + 1, passagesShown: true })),
  setOverlay: (overlay) => set({ overlay }),
  reset: () => set({ ...ofANotebook, sphereFilter: [] }),
  set: (patch) => set(patch),
}));

import { create } from 'zustand';
import type { ImportFile } from '../../contract/index.ts';

/** What a version is compared with: the document as it now is, or the version before it. */
export type Against = 'present' | 'before';

/** Where a document's new text comes from: a file, or its own original in another encoding. */
export type NewText = { kind: 'file'; file: ImportFile } | { kind: 'reread'; encoding: string; name: string };

export interface Update {
  documentId: string;
  from: NewText;
}

interface VersionsView {
  against: Against;
  /** The name of a new version is being typed. */
  naming: boolean;
  /** The text a document may get, under review. */
  update: Update | null;
}

/** What the overlays of versions were opened for. */
export const useVersionsView = create<VersionsView>()(() => ({ against: 'present', naming: false, update: null }));

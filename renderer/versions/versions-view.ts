import { create } from 'zustand';
import type { ImportFile } from '../../contract/index.ts';

/** What a version is compared with: the document as it now is, or the version before it. */
export type Against = 'present' | 'before';

interface VersionsView {
  against: Against;
  /** The name of a new version is being typed. */
  naming: boolean;
  /** The file whose text a document may get, under review. */
  update: { documentId: string; file: ImportFile } | null;
}

/** What the overlays of versions were opened for. */
export const useVersionsView = create<VersionsView>()(() => ({ against: 'present', naming: false, update: null }));

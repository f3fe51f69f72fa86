import { create } from 'zustand';
import type { ExportFormat, ExportScope } from '../../contract/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';

interface ExportSession {
  format: ExportFormat;
  /** Null: whatever is nearest, the open document or the notebook. */
  scope: ExportScope | null;
}

/** What the export dialog was last set to. */
export const useExportSession = create<ExportSession>()(() => ({ format: 'markdown', scope: null }));

/** Opens the export dialog over a scope. */
export function openExport(scope: ExportScope | null): void {
  useExportSession.setState({ scope });
  useWorkspace.getState().setOverlay('export');
}

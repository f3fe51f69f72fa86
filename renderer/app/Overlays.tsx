import { AliasesDialog } from '../aliases/AliasesDialog.tsx';
import { ExportDialog } from '../exports/ExportDialog.tsx';
import { ImportReportDialog } from '../imports/ImportReportDialog.tsx';
import { PasteDialog } from '../imports/PasteDialog.tsx';
import { ImportQuestion } from '../imports/questions/ImportQuestion.tsx';
import { WatchDialog } from '../imports/WatchDialog.tsx';
import { CollectDialog } from '../library/collections/CollectDialog.tsx';
import { CopiesDialog } from '../library/copies/CopiesDialog.tsx';
import { DocumentDetails } from '../library/details/DocumentDetails.tsx';
import { ManyDetails } from '../library/details/ManyDetails.tsx';
import { PurgeDialog } from '../library/PurgeDialog.tsx';
import { NotebookNote } from '../notes/NotebookNote.tsx';
import { SearchPanel } from '../search/SearchPanel.tsx';
import { SimilarDialog } from '../similar/SimilarDialog.tsx';
import { VersionsDialog } from '../versions/history/VersionsDialog.tsx';
import { UpdateDialog } from '../versions/update/UpdateDialog.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { AnalystName } from './AnalystName.tsx';
import { CheckDialog } from './CheckDialog.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { useFocusReturn } from './useFocusReturn.ts';

/** What floats over the panes of an open notebook, one at a time. */
export function Overlays() {
  const overlay = useWorkspace((state) => state.overlay);
  const selectedDocumentIds = useWorkspace((state) => state.selectedDocumentIds);
  useFocusReturn();
  switch (overlay) {
    case 'search':
      return <SearchPanel />;
    case 'palette':
      return <CommandPalette />;
    case 'aliases':
      return <AliasesDialog />;
    case 'export':
      return <ExportDialog />;
    case 'paste':
      return <PasteDialog />;
    case 'import-question':
      return <ImportQuestion />;
    case 'imports':
      return <ImportReportDialog />;
    case 'watch':
      return <WatchDialog />;
    case 'details':
      return <DocumentDetails />;
    case 'details-many':
      return <ManyDetails documentIds={selectedDocumentIds} />;
    case 'collect':
      return <CollectDialog />;
    case 'copies':
      return <CopiesDialog />;
    case 'purge':
      return <PurgeDialog />;
    case 'versions':
      return <VersionsDialog />;
    case 'similar':
      return <SimilarDialog />;
    case 'update':
      return <UpdateDialog />;
    case 'notebook-note':
      return <NotebookNote />;
    case 'analyst':
      return <AnalystName />;
    case 'check':
      return <CheckDialog />;
    default:
      return null;
  }
}

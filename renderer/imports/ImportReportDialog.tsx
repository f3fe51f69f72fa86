import { Button, Dialog } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { useImportRun } from './import-run.ts';
import styles from './ReportList.module.css';
import { ReportList } from './ReportList.tsx';
import { reportWords } from './report-words.ts';

const number = new Intl.NumberFormat();

/** What became of each file of the last import. */
export function ImportReportDialog() {
  const report = useImportRun((state) => state.report);
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const openDocument = useWorkspace((state) => state.openDocument);
  const close = () => setOverlay(null);
  const open = (documentId: string) => {
    close();
    openDocument(documentId);
  };
  return (
    <Dialog
      title="Import"
      size="l"
      onClose={close}
      footer={
        <Button variant="primary" onPress={close} autoFocus>
          Done
        </Button>
      }
    >
      <p className={styles.words}>
        {report === null ? 'Nothing has been imported since the notebook was opened.' : reportWords(report)}
        {report?.hidden ? ` ${number.format(report.hidden)} hidden passed over.` : ''}
      </p>
      {report === null ? null : <ReportList report={report} onOpen={open} />}
    </Dialog>
  );
}

import { useEngine } from '../engine/engine.tsx';
import { removeDocuments } from '../library/document-actions.ts';
import { Button, Dialog } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { useImportRun } from './import-run.ts';
import styles from './ReportList.module.css';
import { ReportList } from './ReportList.tsx';
import { reportWords } from './report-words.ts';

const number = new Intl.NumberFormat();

/** What became of each file of the last import. */
export function ImportReportDialog() {
  const engine = useEngine();
  const report = useImportRun((state) => state.report);
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const openDocument = useWorkspace((state) => state.openDocument);
  const imported = report?.imported.map(({ documentId, title }) => ({ id: documentId, title })) ?? [];
  const close = () => setOverlay(null);
  const takeBack = () => {
    close();
    void removeDocuments(engine, imported);
  };
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
        <>
          {imported.length === 0 ? null : (
            <Button variant="quiet" onPress={takeBack}>
              Move what came in to the bin
            </Button>
          )}
          <Button variant="primary" onPress={close} autoFocus>
            Done
          </Button>
        </>
      }
    >
      <p className={styles.words}>
        {report === null ? 'Nothing has been imported since the notebook was opened.' : reportWords(report)}
        {report === null || report.cancelled.length === 0 ? '' : ' Import the same again to bring in the rest: what is in is passed over.'}
        {report?.hidden ? ` ${number.format(report.hidden)} hidden passed over.` : ''}
      </p>
      {report === null ? null : <ReportList report={report} onOpen={open} />}
    </Dialog>
  );
}

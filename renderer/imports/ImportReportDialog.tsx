import type { ReactNode } from 'react';
import { Button, Dialog } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './ImportReportDialog.module.css';
import { useImportRun } from './import-run.ts';
import { reportWords } from './report-words.ts';

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
      onClose={close}
      footer={
        <Button variant="primary" onPress={close} autoFocus>
          Done
        </Button>
      }
    >
      <p className={styles.words}>{report === null ? 'Nothing has been imported since the notebook was opened.' : reportWords(report)}</p>
      {report === null ? null : (
        <>
          <Part title="Not imported" show={report.failed.length > 0}>
            {report.failed.map(({ name, error }) => (
              <li key={name} className={styles.item}>
                <span className={styles.name}>{name}</span>
                <span className={styles.why}>{error.message}</span>
              </li>
            ))}
          </Part>
          <Part title="Already in the notebook" show={report.skipped.length > 0}>
            {report.skipped.map(({ name, reason, documentId }) => (
              <li key={name} className={styles.item}>
                <DocumentLink name={name} onOpen={() => open(documentId)} />
                <span className={styles.why}>{reason}</span>
              </li>
            ))}
          </Part>
          <Part title="Imported" show={report.imported.length > 0}>
            {report.imported.map(({ name, documentId, title }) => (
              <li key={documentId} className={styles.item}>
                <DocumentLink name={title} onOpen={() => open(documentId)} />
                <span className={styles.file}>{name}</span>
              </li>
            ))}
          </Part>
          <Part title="Cancelled before their turn" show={report.cancelled.length > 0}>
            {report.cancelled.map((name) => (
              <li key={name} className={styles.item}>
                <span className={styles.name}>{name}</span>
              </li>
            ))}
          </Part>
        </>
      )}
    </Dialog>
  );
}

function Part({ title, show, children }: { title: string; show: boolean; children: ReactNode }) {
  if (!show) return null;
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

function DocumentLink({ name, onOpen }: { name: string; onOpen: () => void }) {
  return (
    <button type="button" className={styles.open} onClick={onOpen} title={name}>
      {name}
    </button>
  );
}

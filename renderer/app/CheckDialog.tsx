import { CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ArmillaryError, type CheckReport, type Progress } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { Button, Dialog, InlineError, ProgressBar } from '../ui/index.ts';
import { flushUnsaved } from '../workspace/unsaved.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './CheckDialog.module.css';

const count = new Intl.NumberFormat();

/** Checks the notebook for as long as it is open, and says what came of it. */
export function CheckDialog() {
  const engine = useEngine();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const [progress, setProgress] = useState<Progress>({ done: 0, total: null, label: 'Checking the notebook' });
  const [report, setReport] = useState<CheckReport | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const close = () => setOverlay(null);
  useEffect(() => {
    const leaving = new AbortController();
    flushUnsaved()
      .then(() => engine.call('notebook.check', {}, { signal: leaving.signal, onProgress: setProgress }))
      .then(setReport, (error: unknown) => {
        if (!(error instanceof ArmillaryError) || error.kind !== 'cancelled') setProblem(error);
      });
    return () => leaving.abort();
  }, [engine]);

  return (
    <Dialog
      title="Check the notebook"
      onClose={close}
      footer={<Button onPress={close}>{report === null && problem === null ? 'Cancel' : 'Close'}</Button>}
    >
      {problem === null ? null : <InlineError error={problem} />}
      {report === null && problem === null ? <ProgressBar {...progress} /> : null}
      {report === null ? null : <Report report={report} />}
    </Dialog>
  );
}

function Report({ report: { ok, checked, problems } }: { report: CheckReport }) {
  const openDocument = useWorkspace((state) => state.openDocument);
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const of = `${count.format(checked.documents)} documents, ${count.format(checked.passages)} passages and ${count.format(checked.originals)} originals were checked.`;
  if (ok) {
    return (
      <p className={styles.fine}>
        <CircleCheck aria-hidden size={18} />
        <span>All is well. {of}</span>
      </p>
    );
  }
  return (
    <>
      <p className={styles.words}>
        {problems.length === 1 ? 'One thing is not as it should be.' : `${count.format(problems.length)} things are not as they should be.`}{' '}
        {of} Nothing was changed. Keep a copy of the notebook’s file before you go on.
      </p>
      <ul className={styles.problems}>
        {problems.map(({ check, documentId, passageId, message }) => (
          <li key={`${check} ${documentId} ${passageId} ${message}`} className={styles.problem}>
            <span>{message}</span>
            {documentId === null ? null : (
              <Button
                variant="quiet"
                onPress={() => {
                  setOverlay(null);
                  openDocument(documentId);
                }}
              >
                Open
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

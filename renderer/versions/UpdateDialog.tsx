import { useEffect, useState } from 'react';
import { ArmillaryError, type EngineClient, type ImportFile, type UpdateReview } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { Button, Dialog, InlineError, Spinner } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { accepted, type Decisions, firstDecisions, tally } from './acceptance.ts';
import { ReviewPanes } from './ReviewPanes.tsx';
import { flushBefore } from './replaced-deed.ts';
import styles from './UpdateDialog.module.css';
import { applyUpdate } from './update-actions.ts';
import { useVersionsView } from './versions-view.ts';
import { baseName, counted } from './words.ts';

/** What a file would do to the passages of a document, to decide of each before anything is changed. */
export function UpdateDialog() {
  const engine = useEngine();
  const update = useVersionsView((view) => view.update);
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const close = () => {
    setOverlay(null);
    useVersionsView.setState({ update: null });
  };
  if (update === null) return null;
  return <Review engine={engine} documentId={update.documentId} file={update.file} onClose={close} />;
}

interface ReviewProps {
  engine: EngineClient;
  documentId: string;
  file: ImportFile;
  onClose: () => void;
}

function Review({ engine, documentId, file, onClose }: ReviewProps) {
  const { review, problem: unread, again } = useReview(engine, documentId, file);
  const [decided, setDecided] = useState<{ review: UpdateReview; decisions: Decisions } | null>(null);
  const [applying, setApplying] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  // A review made afresh is decided of afresh.
  const decisions = review === null ? new Map() : decided?.review === review ? decided.decisions : firstDecisions(review.passages);
  const problem = unread ?? refused;
  const isOutdated = refused instanceof ArmillaryError && refused.kind === 'conflict';

  const apply = async ({ revision, passages }: UpdateReview) => {
    setApplying(true);
    setRefused(null);
    try {
      await applyUpdate(engine, { documentId, baseRevision: revision, file, accept: accepted(passages, decisions) });
      onClose();
    } catch (error) {
      setRefused(error);
      setApplying(false);
    }
  };
  const lookAgain = () => {
    setRefused(null);
    again();
  };

  return (
    <Dialog
      title={`New text from ${baseName(file.name)}`}
      size="l"
      onClose={onClose}
      footer={
        <>
          <span className={styles.tally} role="status">
            {review === null ? '' : tallyWords(review, decisions)}
          </span>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={review === null || applying} onPress={() => review && void apply(review)}>
            {applying ? 'Applying…' : 'Apply'}
          </Button>
        </>
      }
    >
      {problem === null ? null : (
        <InlineError error={problem} actions={isOutdated ? <Button onPress={lookAgain}>Look again</Button> : null} />
      )}
      {review === null ? (
        unread === null ? (
          <div className={styles.wait}>
            <Spinner label="Finding the passages again" />
            <span>Reading the file and finding the passages again… Nothing is changed yet.</span>
          </div>
        ) : null
      ) : (
        <ReviewPanes review={review} decisions={decisions} onDecide={(next) => setDecided({ review, decisions: next })} />
      )}
    </Dialog>
  );
}

/** Asks what the file would do, for as long as the review is on screen. */
function useReview(engine: EngineClient, documentId: string, file: ImportFile) {
  const [review, setReview] = useState<UpdateReview | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try.
  useEffect(() => {
    const leaving = new AbortController();
    setReview(null);
    setProblem(null);
    const ask = async () => {
      await flushBefore('The file was not read.');
      setReview(await engine.call('documents.previewUpdate', { documentId, file }, { signal: leaving.signal }));
    };
    ask().catch((error: unknown) => {
      if (!leaving.signal.aborted) setProblem(error);
    });
    return () => leaving.abort();
  }, [engine, documentId, file, attempt]);
  return { review, problem, again: () => setAttempt(attempt + 1) };
}

function tallyWords({ passages }: UpdateReview, decisions: Decisions): string {
  if (passages.length === 0) return '';
  const { placed, detached, open } = tally(passages, decisions);
  const parts = [`${counted(placed, 'passage')} in the new text`];
  if (detached > 0) parts.push(`${new Intl.NumberFormat().format(detached)} detached`);
  if (open > 0) parts.push(`${new Intl.NumberFormat().format(open)} not decided, detached as well unless you accept them`);
  return parts.join(', ');
}

import { useEffect, useState } from 'react';
import { ArmillaryError, type EngineClient, type Progress, type UpdateReview } from '../../../contract/index.ts';
import { useEngine } from '../../engine/engine.tsx';
import { Button, Dialog, InlineError } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { flushBefore } from '../replaced-deed.ts';
import { useLongWork } from '../useLongWork.ts';
import { type Update, useVersionsView } from '../versions-view.ts';
import { Working } from '../Working.tsx';
import { baseName, counted } from '../words.ts';
import { accepted, type Decisions, firstDecisions, tally } from './acceptance.ts';
import { ReviewPanes } from './ReviewPanes.tsx';
import styles from './UpdateDialog.module.css';
import { applyUpdate, reviewText } from './update-actions.ts';

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
  return <Review engine={engine} update={update} onClose={close} />;
}

interface ReviewProps {
  engine: EngineClient;
  update: Update;
  onClose: () => void;
}

function Review({ engine, update, onClose }: ReviewProps) {
  const { documentId, from } = update;
  const { review, progress, problem: unread, again } = useReview(engine, update);
  const [decided, setDecided] = useState<{ review: UpdateReview; decisions: Decisions } | null>(null);
  const { running: applying, problem: refused, ...application } = useLongWork();
  // A review made afresh is decided of afresh.
  const decisions = review === null ? new Map() : decided?.review === review ? decided.decisions : firstDecisions(review.passages);
  const problem = unread ?? refused;
  const isOutdated = refused instanceof ArmillaryError && refused.kind === 'conflict';

  const apply = ({ revision, passages }: UpdateReview) =>
    application.begin(async (options) => {
      await applyUpdate(engine, update, { baseRevision: revision, accept: accepted(passages, decisions) }, options);
      if (!options.signal?.aborted) onClose();
    });
  const lookAgain = () => {
    application.forgetProblem();
    again();
  };

  return (
    <Dialog
      title={from.kind === 'file' ? `New text from ${baseName(from.file.name)}` : `The original read as ${from.name}`}
      size="l"
      onClose={onClose}
      footer={
        <>
          <span className={styles.tally} role="status">
            {review === null ? '' : tallyWords(review, decisions)}
          </span>
          <Button variant="quiet" onPress={applying === null ? onClose : application.cancel}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={review === null || applying !== null} onPress={() => review && apply(review)}>
            {applying === null ? 'Apply' : 'Applying…'}
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
            <Working label="Reading the file and finding the passages again" progress={progress} />
          </div>
        ) : null
      ) : applying !== null ? (
        <div className={styles.wait}>
          <Working label="Giving the document its new text" progress={applying.progress} />
        </div>
      ) : (
        <ReviewPanes
          documentId={documentId}
          review={review}
          decisions={decisions}
          onDecide={(next) => setDecided({ review, decisions: next })}
        />
      )}
    </Dialog>
  );
}

/** Asks what the file would do, for as long as the review is on screen. */
function useReview(engine: EngineClient, update: Update) {
  const [review, setReview] = useState<UpdateReview | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try.
  useEffect(() => {
    const leaving = new AbortController();
    setReview(null);
    setProgress(null);
    setProblem(null);
    const ask = async () => {
      await flushBefore('The file was not read.');
      const options = { signal: leaving.signal, onProgress: setProgress };
      setReview(await reviewText(engine, update, options));
    };
    ask().catch((error: unknown) => {
      if (!leaving.signal.aborted) setProblem(error);
    });
    return () => leaving.abort();
  }, [engine, update, attempt]);
  return { review, progress, problem, again: () => setAttempt(attempt + 1) };
}

function tallyWords({ passages }: UpdateReview, decisions: Decisions): string {
  if (passages.length === 0) return '';
  const { placed, detached, open } = tally(passages, decisions);
  const parts = [`${counted(placed, 'passage')} in the new text`];
  if (detached > 0) parts.push(`${new Intl.NumberFormat().format(detached)} detached`);
  if (open > 0) parts.push(`${new Intl.NumberFormat().format(open)} not decided, detached as well unless you accept them`);
  return parts.join(', ');
}

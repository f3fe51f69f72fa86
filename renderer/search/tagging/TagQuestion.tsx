import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ArmillaryError, type Progress } from '../../../contract/index.ts';
import { Button, notify, notifyError, ProgressBar } from '../../ui/index.ts';
import styles from './TagQuestion.module.css';
import type { TagPlan } from './tag-plans.ts';

/** Milliseconds before it is told how far the work is: what is done sooner needs no telling. */
const patience = 1_000;

/** Asks before many passages are tagged at once, and shows how far it is. Enter does it; Esc does not, or stops it. */
export function TagQuestion({ plan, onDone }: { plan: TagPlan; onDone: () => void }) {
  const [working, setWorking] = useState<AbortController | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const isLong = useIsLong(working !== null);
  const put = useRef<HTMLButtonElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  // Before the next key is pressed: it answers the question.
  useLayoutEffect(() => (isLong ? stop : put).current?.focus(), [isLong]);

  const run = async () => {
    if (working !== null) return;
    const work = new AbortController();
    setWorking(work);
    try {
      await plan.run({ signal: work.signal, onProgress: setProgress });
    } catch (error) {
      if (error instanceof ArmillaryError && error.kind === 'cancelled') notify({ message: 'Stopped: all is as it was.' });
      else notifyError(error);
    }
    onDone();
  };
  const back = () => (working === null ? onDone() : working.abort());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    back();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is for all that is in it.
    <div className={styles.question} onKeyDown={onKeyDown}>
      {isLong ? (
        <div className={styles.progress}>
          <ProgressBar label={plan.doing} done={progress?.done ?? 0} total={progress?.total ?? null} />
        </div>
      ) : (
        <>
          <span role="alert">{plan.question}</span>
          <Button ref={put} variant="primary" onPress={() => void run()}>
            Put
          </Button>
        </>
      )}
      <Button ref={stop} onPress={back}>
        {isLong ? 'Stop' : 'Cancel'}
      </Button>
    </div>
  );
}

function useIsLong(isWorking: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isWorking) return;
    const timer = setTimeout(() => setLong(true), patience);
    return () => clearTimeout(timer);
  }, [isWorking]);
  return isLong;
}

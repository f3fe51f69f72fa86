import { useEffect, useRef, useState } from 'react';
import { ArmillaryError, type CallOptions, type Progress } from '../../contract/index.ts';

interface LongWork {
  /** Null while nothing runs; then how far it is, null until the engine says so. */
  running: { progress: Progress | null } | null;
  /** What went wrong; giving the work up is no problem. */
  problem: unknown;
  begin(work: (options: CallOptions) => Promise<void>): void;
  cancel(): void;
  forgetProblem(): void;
}

/** Work that may take long, one at a time, for as long as who shows it is on screen. */
export function useLongWork(): LongWork {
  const [running, setRunning] = useState<LongWork['running']>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  return {
    running,
    problem,
    begin(work) {
      const own = new AbortController();
      controller.current = own;
      setProblem(null);
      setRunning({ progress: null });
      work({ signal: own.signal, onProgress: (progress) => setRunning({ progress }) })
        .catch((error: unknown) => {
          if (!(error instanceof ArmillaryError) || error.kind !== 'cancelled') setProblem(error);
        })
        .finally(() => setRunning(null));
    },
    cancel: () => controller.current?.abort(),
    forgetProblem: () => setProblem(null),
  };
}

import { useEffect, useState } from 'react';
import type { EngineClient, TablePreview, TableReading } from '../../../contract/index.ts';
import type { TableQuestion } from './question.ts';

interface Previewed {
  /** As last answered; what was asked since may be on its way. */
  preview: TablePreview;
  /** What the person chose; the rest is guessed. */
  reading: TableReading;
  change(reading: TableReading): void;
  isWaiting: boolean;
  problem: unknown;
}

/** A table with what would become of it, asked anew whenever the person wants it read otherwise. */
export function useTablePreview(engine: EngineClient, { file, preview: first }: TableQuestion): Previewed {
  const [reading, setReading] = useState<TableReading | null>(null);
  const [preview, setPreview] = useState(first);
  const [isWaiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (reading === null) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    setWaiting(true);
    engine.call('imports.previewTable', { file, reading }, { signal }).then(
      (answer) => {
        if (signal.aborted) return;
        setPreview(answer);
        setProblem(null);
        setWaiting(false);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        setProblem(error);
        setWaiting(false);
      },
    );
    return () => leaving.abort();
  }, [engine, file, reading]);
  return { preview, reading: reading ?? {}, change: setReading, isWaiting, problem };
}

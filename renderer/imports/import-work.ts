import type { Progress } from '../../contract/index.ts';

/** An import, for those who do its work. */
export interface Work {
  signal: AbortSignal;
  onProgress(progress: Progress): void;
  /** Resolves when the import is not, or no longer, paused. */
  whileRunning(): Promise<void>;
  /** Told when the analyst pauses it and lets it go on. */
  onPause(listener: (paused: boolean) => void): void;
  /** Told when the import waits for an answer of the analyst and when it goes on. */
  hold(held: boolean): void;
}

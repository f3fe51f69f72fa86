/** A switch that holds work up. */
export interface Pause {
  set(paused: boolean): void;
  /** Resolves at once, or when it goes on. */
  whileRunning(): Promise<void>;
}

export function createPause(): Pause {
  let waiting: Promise<void> | null = null;
  let goOn: () => void = () => undefined;
  return {
    set(paused) {
      if (!paused) {
        waiting = null;
        goOn();
      } else if (waiting === null) {
        waiting = new Promise((resolve) => {
          goOn = resolve;
        });
      }
    },
    whileRunning: () => waiting ?? Promise.resolve(),
  };
}

/** Counts the time that something works, and not the time it is held up. */
export function createStopwatch(now: () => number = () => performance.now()) {
  let began = now();
  let heldAt: number | null = null;
  return {
    seconds: () => ((heldAt ?? now()) - began) / 1000,
    hold(held: boolean): void {
      if (held) heldAt ??= now();
      else if (heldAt !== null) {
        began += now() - heldAt;
        heldAt = null;
      }
    },
  };
}

/** Puts on disk what one pane still holds. Rejects with words for the analyst when it cannot. */
type Flush = () => Promise<void>;

const flushes = new Set<Flush>();

/**
 * A pane that holds work before it is saved (the editor, a note being written) registers how to save it. Returns a
 * function that ends the registration.
 */
export function registerUnsaved(flush: Flush): () => void {
  flushes.add(flush);
  return () => flushes.delete(flush);
}

/** Saves what every pane holds: before the window closes, a search or an export. Resolves to what went wrong, or null. */
export async function flushUnsaved(): Promise<string | null> {
  const outcomes = await Promise.allSettled(Array.from(flushes, (flush) => flush()));
  const problems = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason instanceof Error ? outcome.reason.message : String(outcome.reason)] : [],
  );
  return problems.length === 0 ? null : problems.join(' ');
}

const waiting = new Set<Promise<void>>();

/**
 * Has the long lists wait: a document is being opened, and its first page comes before what stands beside it, which would
 * take the engine, the wire and this window's time from it. Returns how to let them come.
 */
export function holdLists(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  waiting.add(promise);
  return () => {
    waiting.delete(promise);
    resolve();
  };
}

/** Resolves when no document is being opened. */
export async function listsMayCome(): Promise<void> {
  while (waiting.size > 0) await Promise.all(waiting);
}

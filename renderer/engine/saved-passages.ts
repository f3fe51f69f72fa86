import type { Passage, Segment } from '../../contract/index.ts';

/** What a save of this window's did to a document's passages. */
export interface SavedPassages {
  documentId: string;
  /** Made, or with other words or another state than before. */
  changed: readonly Passage[];
  /** Only elsewhere now, because text before them changed. */
  moved: ReadonlyMap<string, Segment[]>;
  gone: readonly string[];
}

const listeners = new Set<(saved: SavedPassages) => void>();

/** Tells whoever lists passages, so that none has to ask for thousands of them after each pause in typing. */
export function tellSaved(saved: SavedPassages): void {
  for (const listener of listeners) listener(saved);
}

/** Returns how to stop. */
export function onSaved(listener: (saved: SavedPassages) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A list of passages after a save; new ones stand at its end. Those that did not change stay the same objects. */
export function patchPassages(list: readonly Passage[], { changed, moved, gone }: SavedPassages): Passage[] {
  const fresh = new Map(changed.map((passage) => [passage.id, passage]));
  const removed = new Set(gone);
  const patched = list.flatMap((passage) => {
    const { id } = passage;
    const now = fresh.get(id) ?? movedTo(passage, moved.get(id));
    fresh.delete(id);
    return removed.has(id) ? [] : [now];
  });
  return [...patched, ...fresh.values()];
}

function movedTo(passage: Passage, segments: Segment[] | undefined): Passage {
  if (segments === undefined) return passage;
  return { ...passage, segments, start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0 };
}

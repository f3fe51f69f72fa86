import { deriveText, projectPassages } from '../../../anchoring/index.ts';
import type { Change, Context } from '../kernel/context.ts';
import { storeAnchors } from '../passages/project.ts';
import { parseState, storedDocument } from './stored.ts';

/** Brings a document's passages in line with the marks in its stored state. */
export function reproject(context: Context, documentId: string, change: Change): void {
  const { state } = storedDocument(context.db, documentId);
  const { changed, moved } = storeAnchors(context, documentId, projectPassages(deriveText(parseState(state))));
  const written = [...changed, ...moved.map(([id]) => id)];
  if (written.length > 0) change.changedPassages('passages', written);
}

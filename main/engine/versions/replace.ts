import { deriveText, type MarkedRange, markIdsOf, markRanges } from '../../../anchoring/index.ts';
import { ArmillaryError, type EditorState, type SavedDocument, type TextReplaced } from '../../../contract/index.ts';
import { saveDocument } from '../documents/save.ts';
import { type StoredDocument, storedDocument } from '../documents/stored.ts';
import type { Change, Context } from '../kernel/context.ts';
import { sha256Of } from '../kernel/sha256.ts';
import { listPassages } from '../passages/list.ts';
import { rematch } from '../passages/rematch.ts';
import { keepBefore } from './keep.ts';
import { versionState } from './read.ts';

/** What came of putting another text in place. */
export interface Replaced {
  /** The version that keeps what was there. */
  keptAs: string;
  saved: SavedDocument;
}

/**
 * Puts another state in the place of a document's own, which is kept as a version first. Inside a step, undoing it puts
 * that version back, keeps what was there then, and so on to and fro; `conflict` where the text was edited in between.
 */
export function replaceState(
  context: Context,
  change: Change,
  { stored, state, kind }: { stored: StoredDocument; state: EditorState; kind: 'before-update' | 'before-restore' },
): Replaced {
  const documentId = stored.id;
  const keptAs = keepBefore(context, change, stored, kind);
  const saved = saveDocument(context, { documentId, baseRevision: stored.revision, state, create: [], remove: [] });
  const left = sha256Of(storedDocument(context.db, documentId).text);
  change.onUndo(() => {
    const now = storedDocument(context.db, documentId);
    if (sha256Of(now.text) !== left) throw editedSince(now.title);
    putVersion(context, change, now, keptAs);
  });
  return { keptAs, saved };
}

/**
 * Puts a version in the place of a document's state. Passages stand where the version's marks say; one that was made since
 * stands where its words stand once, or else is detached.
 */
export function putVersion(context: Context, change: Change, stored: StoredDocument, versionId: string): Replaced {
  const { db } = context;
  const state = versionState(db, versionId);
  const marked = markIdsOf(state);
  const since = listPassages(db, { documentId: stored.id }).filter(({ id }) => !marked.has(id));
  const ranges = rematch(stored.text, since, deriveText(state).text).flatMap(({ passageId, outcome, after }): MarkedRange[] =>
    after === null || outcome === 'changed' ? [] : after.segments.map((segment) => ({ id: passageId, ...segment })),
  );
  return replaceState(context, change, { stored, state: ranges.length === 0 ? state : markRanges(state, ranges), kind: 'before-restore' });
}

/** What the contract tells of it. */
export function replacedAnswer({ keptAs, saved: { revision, passages } }: Replaced, step: number): TextReplaced {
  const detached = passages.filter(({ state }) => state === 'detached').length;
  return { revision, keptAs, anchored: passages.length - detached, detached, step };
}

function editedSince(title: string): ArmillaryError {
  return new ArmillaryError(
    'conflict',
    `“${title}” was edited since, so its text was not put back. Nothing was changed: restore the version you want from the document’s versions.`,
  );
}

import type { Database } from 'better-sqlite3';
import { ArmillaryError, type TextReplaced } from '../../../contract/index.ts';
import { storeText } from '../documents/save.ts';
import { type StoredDocument, storedDocument } from '../documents/stored.ts';
import { runJob } from '../jobs/run.ts';
import type { Change, Context, Running } from '../kernel/context.ts';
import { sha256Of } from '../kernel/sha256.ts';
import { listPassages } from '../passages/list.ts';
import { passageIdsOf } from '../passages/project.ts';
import { keepBefore } from './keep.ts';
import { packedState } from './read.ts';
import type { Replacement } from './replacement.ts';

/** A replacement, and the revision of the document it was made on, which alone it fits. */
export interface Plan {
  revision: number;
  replacement: Replacement;
}

/** What came of putting another text in place. */
export type Replaced = Omit<TextReplaced, 'step'>;

/** Makes ready to put a version in the place of its document's text. Throws `not-found` and `corrupt`. */
export async function planVersion(db: Database, running: Running, documentId: string, versionId: string): Promise<Plan> {
  const present = storedDocument(db, documentId);
  const replacement = await runJob(running, 'textOfVersion', 2 * present.state.length, {
    present,
    version: packedState(db, versionId),
    passages: listPassages(db, { documentId }),
  });
  return { revision: present.revision, replacement };
}

/** Whether the document is still what a plan was made on, with every passage that the plan places. */
export function isCurrent({ db }: Context, stored: StoredDocument, { revision, replacement }: Plan): boolean {
  if (stored.revision !== revision) return false;
  const known = passageIdsOf(db, stored.id);
  return Array.from(replacement.anchors.keys()).every((id) => known.has(id));
}

/**
 * Puts a planned text in the place of a document's, which is kept as a version first. Inside a step, undoing it puts that
 * version back, keeps what was there then, and so on to and fro; `conflict` where the text was edited in between. The plan
 * must be current.
 */
export function replaceText(
  context: Context,
  change: Change,
  stored: StoredDocument,
  { replacement, kind }: Pick<Plan, 'replacement'> & { kind: 'before-update' | 'before-restore' },
): Replaced {
  const { before: packed, language, words, ...whole } = replacement;
  const keptAs = keepBefore(context, change, { stored, packed, kind });
  const { saved } = storeText(context, change, stored, { ...whole, known: { language, words } });
  putBackOnUndo(context, change, { documentId: stored.id, left: sha256Of(whole.text), keptAs });
  const passages = passageIdsOf(context.db, stored.id).size;
  return { revision: saved.revision, keptAs, anchored: whole.anchors.size, detached: passages - whole.anchors.size };
}

function putBackOnUndo(
  context: Context,
  change: Change,
  { documentId, left, keptAs }: { documentId: string; left: string; keptAs: string },
): void {
  const { db } = context;
  const requireLeft = (now: StoredDocument) => {
    if (sha256Of(now.text) !== left) throw editedSince(now.title);
  };
  let plan: Plan | null = null;
  change.onUndo(
    () => {
      const now = storedDocument(db, documentId);
      requireLeft(now);
      if (plan === null || !isCurrent(context, now, plan)) throw changedMeanwhile(now.title);
      replaceText(context, change, now, { ...plan, kind: 'before-restore' });
    },
    async (running) => {
      requireLeft(storedDocument(db, documentId));
      plan = await planVersion(db, running, documentId, keptAs);
    },
  );
}

function editedSince(title: string): ArmillaryError {
  return new ArmillaryError(
    'conflict',
    `“${title}” was edited since, so its text was not put back. Nothing was changed: restore the version you want from the document’s versions.`,
  );
}

export function changedMeanwhile(title: string): ArmillaryError {
  return new ArmillaryError('conflict', `“${title}” was changed while its text was being put in place. Nothing was changed: try again.`);
}

import type { TextReplaced } from '../../../contract/index.ts';
import { storedDocument } from '../documents/stored.ts';
import type { Context } from '../kernel/context.ts';
import { versionSummary } from './read.ts';
import { changedMeanwhile, isCurrent, planVersion, replaceText } from './replace.ts';

/** How often it is begun anew because the document was changed meanwhile. */
const tries = 3;

/** Makes a document what it was. Its title, source and original file stay what they are. */
export async function restoreVersion(context: Context, versionId: string): Promise<TextReplaced> {
  const { db, signal } = context;
  const { documentId } = versionSummary(db, versionId);
  for (let left = tries - 1; ; left -= 1) {
    const plan = await planVersion(db, context, documentId, versionId);
    signal.throwIfAborted();
    const { value, step } = context.step('Restore version', (change) => {
      const stored = storedDocument(db, documentId);
      if (isCurrent(context, stored, plan)) return replaceText(context, change, stored, { ...plan, kind: 'before-restore' });
      if (left === 0) throw changedMeanwhile(stored.title);
      return null;
    });
    if (value !== null) return { ...value, step };
  }
}

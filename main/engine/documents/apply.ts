import { type MarkedRange, markRanges } from '../../../anchoring/index.ts';
import { ArmillaryError, type Parsed, type TextReplaced } from '../../../contract/index.ts';
import type { Context } from '../kernel/context.ts';
import { passageIdsOf } from '../passages/project.ts';
import { requireStretch } from '../passages/tag.ts';
import { replacedAnswer, replaceState } from '../versions/replace.ts';
import { setOriginal } from './originals.ts';
import { readNewText } from './review.ts';
import { requireRevision, storedDocument } from './stored.ts';

/** Gives a document the text of a file and its passages the accepted places. Its title, source and language stay. */
export function applyUpdate(context: Context, { documentId, baseRevision, file, accept }: Parsed<'documents.applyUpdate'>): TextReplaced {
  const { value, step } = context.step('New text from a file', (change) => {
    const stored = storedDocument(context.db, documentId);
    requireRevision(stored, baseRevision);
    const { state, derived, original } = readNewText(file);
    requirePassages(context, documentId, accept);
    const ranges = accept.flatMap(({ passageId, segments }) => segments.map((segment): MarkedRange => ({ id: passageId, ...segment })));
    for (const { start, end } of ranges) requireStretch(derived.text, start, end);
    const replaced = replaceState(context, change, { stored, state: markRanges(state, ranges), kind: 'before-update' });
    setOriginal(context, change, documentId, original);
    return replaced;
  });
  return replacedAnswer(value, step);
}

function requirePassages({ db }: Context, documentId: string, accept: readonly { passageId: string }[]): void {
  const known = passageIdsOf(db, documentId);
  if (accept.every(({ passageId }) => known.has(passageId))) return;
  throw new ArmillaryError(
    'not-found',
    'One of these passages is no longer in the document: it was removed elsewhere. Nothing was changed: choose the file again.',
  );
}

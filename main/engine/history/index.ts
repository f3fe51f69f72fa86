import type { Result, StepId } from '../../../contract/index.ts';
import { reproject } from '../documents/index.ts';
import type { Change, Context, Handlers } from '../kernel/context.ts';
import type { Touched } from '../kernel/steps.ts';

export const history: Handlers<'history'> = {
  'history.undo': (context, { step }) => {
    const preparing = context.prepareUndo(step);
    // At once where it can be: a call that came after must not be answered before.
    return preparing === null ? undo(context, step) : preparing.then(() => undo(context, step));
  },
};

function undo(context: Context, step: StepId): Result<'history.undo'> {
  return {
    step: context.undo(step, (touched, change) => {
      settlePassages(context, touched, change);
      tellDocuments(context, touched, change);
    }),
  };
}

/** A passage that came back may have lost or found its text since; the document's stored text decides. */
function settlePassages(context: Context, touched: readonly Touched[], change: Change): void {
  const documentOf = context.db.prepare<[string], string>('SELECT document_id FROM passages WHERE n = ?').pluck();
  const documentIds = new Set(touched.filter(({ table, isBack }) => table === 'passages' && isBack).map(({ key }) => documentOf.get(key)));
  for (const documentId of documentIds) if (documentId !== undefined) reproject(context, documentId, change);
}

function tellDocuments(context: Context, touched: readonly Touched[], change: Change): void {
  const find = context.db.prepare<[string], { id: string; revision: number }>('SELECT id, revision FROM documents WHERE n = ?');
  for (const { table, key } of touched) {
    const document = table === 'documents' ? find.get(key) : undefined;
    if (document === undefined) continue;
    change.changed('documents', document);
    // It may be back from the bin, or there again: its copies are one more or less.
    change.changed('similar');
  }
}

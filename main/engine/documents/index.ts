import { deriveText } from '../../../anchoring/index.ts';
import { ArmillaryError } from '../../../contract/index.ts';
import { languageOf } from '../imports/language/language.ts';
import type { Handlers } from '../kernel/context.ts';
import { applyUpdate } from './apply.ts';
import { createDocument, unknownSource } from './create.ts';
import { emptyState } from './empty-state.ts';
import { originalRowOf, readOriginal, verifyOriginal } from './originals.ts';
import { purgeDocuments } from './purge.ts';
import { reread, reviewReread } from './reread.ts';
import { reviewUpdate } from './review.ts';
import { saveDocument } from './save.ts';
import { storedDocument } from './stored.ts';
import { documentOf, listDocuments } from './summaries.ts';
import { removeDocuments, restoreDocuments, updateDocument, updateDocuments } from './update.ts';

export { createDocument, insertWorkedOut, type NewDocument, unknownSource } from './create.ts';
export { findBySha256, findPart, type KnownPart, knownFiles, knownParts, type Original } from './originals.ts';
export { reproject } from './reproject.ts';
export { moveToBin } from './update.ts';

export const documents: Handlers<'documents'> = {
  'documents.list': ({ db }, params) => listDocuments(db, params),
  'documents.get': ({ db }, { documentId }) => documentOf(db, documentId),
  'documents.text': ({ db }, { documentId }) => {
    const { text, revision } = storedDocument(db, documentId);
    return { text, revision };
  },
  'documents.create': (context, { title, state = emptyState() }) => {
    const language = languageOf(deriveText(state).text, '');
    const { value: document, step } = context.step('New document', (change) =>
      documentOf(context.db, createDocument(context, change, { title, state, language, source: unknownSource, original: null })),
    );
    return { document, step };
  },
  'documents.save': saveDocument,
  'documents.update': updateDocument,
  'documents.updateAll': updateDocuments,
  'documents.remove': removeDocuments,
  'documents.restore': restoreDocuments,
  'documents.purge': purgeDocuments,
  'documents.verify': ({ db }, { documentId }) => {
    const { title } = storedDocument(db, documentId);
    const verified = verifyOriginal(db, originalRowOf(db, documentId));
    if (verified === null) throw writtenHere(title);
    return verified;
  },
  'documents.original': ({ db }, { documentId }) => {
    const { title } = storedDocument(db, documentId);
    const original = readOriginal(db, originalRowOf(db, documentId));
    if (original === null) throw writtenHere(title);
    return original;
  },
  'documents.previewUpdate': reviewUpdate,
  'documents.applyUpdate': (context, update) => applyUpdate(context, update),
  'documents.previewReread': reviewReread,
  'documents.reread': reread,
};

function writtenHere(title: string): ArmillaryError {
  return new ArmillaryError('not-found', `“${title}” was written or pasted here: there is no original file. Export it instead.`);
}

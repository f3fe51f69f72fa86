import { deriveText } from '../../../anchoring/index.ts';
import { ArmillaryError, type Result } from '../../../contract/index.ts';
import { languageOf } from '../imports/language.ts';
import type { Handlers } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { createDocument, emptyState, unknownSource } from './create.ts';
import { saveDocument } from './save.ts';
import { storedDocument } from './stored.ts';
import { documentOf, listDocuments } from './summaries.ts';
import { removeDocuments, restoreDocuments, updateDocument } from './update.ts';

export { createDocument, findBySha256, type NewDocument, type Original, unknownSource } from './create.ts';
export { reproject } from './reproject.ts';

const originalOf = statement<[string], Result<'documents.original'>>(
  'SELECT name, media_type AS mediaType, sha256, bytes FROM originals WHERE document_id = ?',
);

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
  'documents.remove': removeDocuments,
  'documents.restore': restoreDocuments,
  'documents.original': ({ db }, { documentId }) => {
    const { title } = storedDocument(db, documentId);
    const original = originalOf(db).get(documentId);
    if (original === undefined) {
      throw new ArmillaryError('not-found', `“${title}” was written or pasted here: there is no original file to save. Export it instead.`);
    }
    return original;
  },
};

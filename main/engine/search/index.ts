import { ArmillaryError } from '../../../contract/index.ts';
import type { Handlers } from '../kernel/context.ts';
import { find, readTerms } from './find.ts';
import { findHits, mergeHits } from './hits.ts';
import { describeFound } from './results.ts';

export { drainIndexQueue } from './feed.ts';

export const search: Handlers<'search'> = {
  'search.query': ({ db }, { text, kinds, sphereIds, documentId = null, limit, offset }) => {
    const terms = readTerms(db, text);
    const { total, found } = find(db, { terms, kinds: [...new Set(kinds)], sphereIds, documentId, limit: offset + limit });
    return { total, hits: found.slice(offset, offset + limit).map((row) => describeFound(db, row, terms)) };
  },

  'search.hitsIn': ({ db }, { documentId, text }) => {
    const document = db
      .prepare<[string], { language: string; text: string }>(
        'SELECT d.language, b.text FROM documents d JOIN bodies b ON b.document_id = d.id WHERE d.id = ?',
      )
      .get(documentId);
    if (document === undefined) throw new ArmillaryError('not-found', 'That document is no longer in the notebook.');
    return { hits: mergeHits(findHits(document.text, document.language, readTerms(db, text))) };
  },
};

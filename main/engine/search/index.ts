import { ArmillaryError } from '../../../contract/index.ts';
import type { Handlers } from '../kernel/context.ts';
import { didYouMean } from './did-you-mean.ts';
import { indexState } from './indexing/renew.ts';
import { readQuery } from './query/compile.ts';
import { concordance } from './results/concordance.ts';
import { facetsOf } from './results/facets.ts';
import { find } from './results/find.ts';
import { findHits, mergeHits } from './results/hits.ts';
import { describeFound } from './results/results.ts';
import { suggest } from './suggest.ts';

export { type AnalysedDocument, drainIndexQueue, feedDocument, unqueueDocuments } from './indexing/feed.ts';
export { renewIndex } from './indexing/renew.ts';
export { openVocabulary } from './indexing/vocabulary.ts';

export const search: Handlers<'search'> = {
  'search.query': ({ db }, { text, kinds, sphereIds, documentId = null, sort, without, limit, offset }) => {
    const { asked, terms, problems, aliases } = readQuery(db, text, without);
    const { total, found } = find(db, { asked, kinds: [...new Set(kinds)], sphereIds, documentId, sort, limit: offset + limit });
    const hits = describeFound(db, found.slice(offset, offset + limit), terms);
    return { total, hits, problems, aliases: [...aliases], didYouMean: total === 0 ? didYouMean(db, text) : null };
  },

  'search.facets': ({ db }, { text, kinds, sphereIds, documentId = null, without }) => {
    const { asked } = readQuery(db, text, without);
    return { facets: facetsOf(db, { asked, kinds: [...new Set(kinds)], sphereIds, documentId }, text) };
  },

  'search.concordance': concordance,
  'search.suggest': ({ db }, { text, caret }) => ({ suggestions: suggest(db, text, caret) }),
  'search.state': ({ db }) => indexState(db),

  'search.hitsIn': ({ db }, { documentId, text, without }) => {
    const document = db
      .prepare<[string], { language: string; text: string }>(
        'SELECT d.language, b.text FROM documents d JOIN bodies b ON b.document_id = d.id WHERE d.id = ?',
      )
      .get(documentId);
    if (document === undefined) throw new ArmillaryError('not-found', 'That document is no longer in the notebook.');
    return { hits: mergeHits(findHits(document.text, document.language, readQuery(db, text, without).terms)) };
  },
};

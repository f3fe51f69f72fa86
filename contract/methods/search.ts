import { z } from 'zod';
import { Id } from '../scalars.ts';
import { ConcordanceLine, ConcordanceSort, Facet, SavedSearch, SearchAnswer, SearchQuery, Suggestion } from '../search.ts';
import { nothing, step } from './parts.ts';

export const searchMethods = {
  'search.query': { params: SearchQuery, result: SearchAnswer },
  /** Where the query's words stand in one document's text, for painting. */
  'search.hitsIn': {
    params: z.object({ documentId: Id, text: z.string(), without: z.array(Id).default([]) }),
    result: z.object({ hits: z.array(z.object({ start: z.int(), end: z.int() })) }),
  },
  /** What a query's hits are, counted; `limit` and `offset` count for nothing. */
  'search.facets': { params: SearchQuery, result: z.object({ facets: z.array(Facet) }) },
  /**
   * Every occurrence in the documents that a query finds, one a line. Of more than `limit` lines those of the latest
   * documents are given; `complete` says whether these are all. Reports progress in documents; can be cancelled.
   */
  'search.concordance': {
    params: z.object({
      query: SearchQuery,
      sort: ConcordanceSort.default('document'),
      /** Characters on either side. */
      width: z.int().min(10).max(200).default(60),
      limit: z.int().min(1).max(20_000).default(2_000),
    }),
    result: z.object({ lines: z.array(ConcordanceLine), documents: z.int(), complete: z.boolean() }),
  },
  /** What may be typed at the caret: fields, their values, words of the index, earlier searches. */
  'search.suggest': {
    params: z.object({ text: z.string(), caret: z.int().nonnegative() }),
    result: z.object({ suggestions: z.array(Suggestion) }),
  },
  /** Rows that an older analyser indexed and that are being indexed anew, of how many. */
  'search.state': { params: nothing, result: z.object({ pending: z.int(), total: z.int() }) },

  /** Searches kept by name, by name. */
  'searches.list': { params: nothing, result: z.array(SavedSearch) },
  'searches.save': {
    params: z.object({ name: z.string().trim().min(1, 'a search needs a name').max(200), text: z.string().trim().min(1) }),
    result: z.object({ search: SavedSearch, step }),
  },
  'searches.update': {
    params: z.object({ searchId: Id, name: z.string().trim().min(1).max(200).optional(), text: z.string().trim().min(1).optional() }),
    result: z.object({ search: SavedSearch, step }),
  },
  'searches.remove': { params: z.object({ searchId: Id }), result: z.object({ step }) },
  /** What was searched for, newest first. */
  'searches.history': { params: z.object({ limit: z.int().min(1).max(200).default(20) }), result: z.array(z.string()) },
  /** Remembers a search that led somewhere. */
  'searches.remember': { params: z.object({ text: z.string().trim().min(1) }), result: nothing },
  'searches.forgetHistory': { params: nothing, result: nothing },
} as const;

import { z } from 'zod';
import { Id, Language, Segment, Timestamp } from './scalars.ts';

export const HitKind = z.enum(['document', 'passage', 'note']);
export type HitKind = z.infer<typeof HitKind>;

export const SearchSort = z.enum(['relevance', 'date', 'document']);
export type SearchSort = z.infer<typeof SearchSort>;

export const SearchQuery = z.object({
  /** As typed. Never an error: what is not understood is searched literally. */
  text: z.string(),
  kinds: z.array(HitKind).default(['document', 'passage', 'note']),
  /** Only passages (and notes on passages) in these spheres or their sub-spheres, and documents that hold such a passage. */
  sphereIds: z.array(Id).default([]),
  documentId: Id.optional(),
  /** `date`: newest publication first; `document`: by title, in the order of the text. */
  sort: SearchSort.default('relevance'),
  /** Groups of aliases that are not to be followed. */
  without: z.array(Id).default([]),
  limit: z.int().min(1).max(500).default(20),
  offset: z.int().nonnegative().default(0),
});
export type SearchQuery = z.input<typeof SearchQuery>;

/** A stretch of original text with the hits in it. */
export const Snippet = z.object({
  /** Has a leading or trailing `…` where text was left out. */
  text: z.string(),
  /** Into `text`. */
  hits: z.array(Segment),
});
export type Snippet = z.infer<typeof Snippet>;

export const SearchHit = z.object({
  kind: HitKind,
  /** Null for a note on the notebook or on a sphere. */
  documentId: Id.nullable(),
  passageId: Id.nullable(),
  noteId: Id.nullable(),
  sphereId: Id.nullable(),
  title: z.string(),
  snippet: Snippet,
  /** Where the snippet's first hit stands in the document's text; null when no hit stands there (in a title or a note). */
  target: Segment.nullable(),
  /** Higher is better; comparable within one answer. */
  score: z.number(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** What of a query is not understood, and is searched for as words or left out; offsets into what was typed. */
export const QueryProblem = Segment.extend({ message: z.string() });
export type QueryProblem = z.infer<typeof QueryProblem>;

/** Names of one person, place or thing, in any script. */
export const AliasGroup = z.object({ id: Id, names: z.array(z.string()) });
export type AliasGroup = z.infer<typeof AliasGroup>;

export const SearchAnswer = z.object({
  total: z.int(),
  hits: z.array(SearchHit),
  problems: z.array(QueryProblem),
  /** Groups of which a name was asked for; the search finds all their names, unless it was told to go without. */
  aliases: z.array(AliasGroup),
  /** The query with words that the notebook has, where nothing was found; null where there is none to suggest. */
  didYouMean: z.string().nullable(),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** How many hits have each value, most first. `query` narrows what was typed to them. */
export const Facet = z.object({
  kind: z.enum(['sphere', 'language', 'publisher', 'year', 'grade']),
  values: z.array(z.object({ value: z.string(), count: z.int(), query: z.string() })),
});
export type Facet = z.infer<typeof Facet>;

/** One occurrence in its surroundings. */
export const ConcordanceLine = Segment.extend({
  documentId: Id,
  revision: z.int(),
  title: z.string(),
  language: Language,
  /** On one line, each up to the width asked for. */
  before: z.string(),
  hit: z.string(),
  after: z.string(),
});
export type ConcordanceLine = z.infer<typeof ConcordanceLine>;

export const ConcordanceSort = z.enum(['document', 'before', 'hit', 'after']);
export type ConcordanceSort = z.infer<typeof ConcordanceSort>;

/** What may stand at the caret. `from` and `to` are the stretch of the query that it takes the place of. */
export const Suggestion = z.object({
  kind: z.enum(['field', 'value', 'word', 'search']),
  text: z.string(),
  /** What it is or does, in a few words; may be empty. */
  detail: z.string(),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** A search kept by name, as it was typed. */
export const SavedSearch = z.object({ id: Id, name: z.string(), text: z.string(), createdAt: Timestamp });
export type SavedSearch = z.infer<typeof SavedSearch>;

import { z } from 'zod';
import { Id, Segment } from './scalars.ts';

export const HitKind = z.enum(['document', 'passage', 'note']);
export type HitKind = z.infer<typeof HitKind>;

export const SearchQuery = z.object({
  /** As typed. Never an error: what is not understood is searched literally. */
  text: z.string(),
  kinds: z.array(HitKind).default(['document', 'passage', 'note']),
  /** Only passages (and notes on passages) in these spheres or their sub-spheres, and documents that hold such a passage. */
  sphereIds: z.array(Id).default([]),
  documentId: Id.optional(),
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

export const SearchAnswer = z.object({
  total: z.int(),
  hits: z.array(SearchHit),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

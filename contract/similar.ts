import { z } from 'zod';
import { DocumentSummary } from './document.ts';

/**
 * From here on two documents are near-duplicates: Jaccard's index of their shingles (what both have, of what either has).
 * A text in which one word of twenty was replaced is at about 0.6; one that was cut by half is at 0.5.
 */
export const similarFrom = 0.5;

/** A document of a group of near-duplicates, seen from another of them. */
export const SimilarDocument = z.object({
  document: DocumentSummary,
  /** `similarFrom` to 1; null where it belongs to the group through another copy only. */
  similarity: z.number().nullable(),
});
export type SimilarDocument = z.infer<typeof SimilarDocument>;

/** Documents of the library that are one source: each is a near-duplicate of at least one other. */
export const SimilarGroup = z.object({
  documents: z.array(DocumentSummary),
  /** Of the pairs that are alike, the least and the most. */
  least: z.number(),
  most: z.number(),
});
export type SimilarGroup = z.infer<typeof SimilarGroup>;

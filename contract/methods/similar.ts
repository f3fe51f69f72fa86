import { z } from 'zod';
import { Id } from '../scalars.ts';
import { SimilarDocument, SimilarGroup } from '../similar.ts';
import { ParagraphDifference } from '../version.ts';
import { nothing } from './parts.ts';

export const similarMethods = {
  /**
   * The near-duplicates of a document that are in the library, the most alike first, as far as is known: `pending` documents
   * are still to be compared, which is done in the background.
   */
  'similar.list': {
    params: z.object({ documentId: Id }),
    result: z.object({ documents: z.array(SimilarDocument), pending: z.int() }),
  },
  /**
   * Which documents of the library are copies of one another, by their ids, a group a list. As far as is known: says
   * `similar` is changed as more is compared.
   */
  'similar.copies': { params: nothing, result: z.object({ groups: z.array(z.array(Id)) }) },
  /**
   * The groups of near-duplicates, the largest first, no more than `limit`; and how many there are in all, with how many
   * documents. Compares what is still to be compared: reports progress, can be cancelled.
   */
  'similar.groups': {
    params: z.object({ limit: z.int().positive().optional() }),
    result: z.object({ groups: z.array(SimilarGroup), all: z.object({ groups: z.int(), documents: z.int() }) }),
  },
  /** What leads from the text of one document to that of another, word for word. Reports progress; can be cancelled. */
  'similar.compare': {
    params: z.object({ fromId: Id, toId: Id }),
    result: z.object({ paragraphs: z.array(ParagraphDifference) }),
  },
} as const;

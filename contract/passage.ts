import { z } from 'zod';
import { EventDate } from './event-date.ts';
import { Credibility, Reliability } from './grading.ts';
import { Id, Segment, Timestamp } from './scalars.ts';

/** A passage put into a sphere by an analyst. */
export const Tagging = z.object({
  sphereId: Id,
  analyst: z.string(),
  createdAt: Timestamp,
});
export type Tagging = z.infer<typeof Tagging>;

/** A stretch of a document: anchor plus quote. */
export const Passage = z.object({
  id: Id,
  documentId: Id,
  documentTitle: z.string(),
  /** The words it was put on; segments apart in the text are joined by ` … `. Kept when it is detached. */
  quote: z.string(),
  /** Up to 32 UTF-16 code units of text before and after. */
  prefix: z.string(),
  suffix: z.string(),
  /** Empty when it is detached. */
  segments: z.array(Segment),
  /** First and last offset into the document's text; the last known ones when it is detached. */
  start: z.int(),
  end: z.int(),
  /** `detached`: none of its text is left in the document. It is listed, and comes back if the text does. */
  state: z.enum(['anchored', 'detached']),
  taggings: z.array(Tagging),
  /** Markdown; empty when there is none. */
  note: z.string(),
  /** Of its own; null: the source's `credibility` holds. */
  credibility: Credibility.nullable(),
  /** Its own or its source's; with `reliability` its grade, `B2` say. */
  grade: z.object({ reliability: Reliability.nullable(), credibility: Credibility.nullable() }),
  /** When what it reports happened. */
  event: EventDate.nullable(),
  /** Where in the original it stands, `p. 12` say; empty where the original has no such places. */
  locator: z.string(),
  analyst: z.string(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Passage = z.infer<typeof Passage>;

export const PassageFilter = z.object({
  documentId: Id.optional(),
  /** Only these; those that are no more are left out. */
  passageIds: z.array(Id).optional(),
  /** In any of these spheres or of their sub-spheres. */
  sphereIds: z.array(Id).optional(),
  state: z.enum(['anchored', 'detached']).optional(),
  /** Of its source, any of these. */
  reliabilities: z.array(Reliability).optional(),
  /** Its own or inherited, any of these. */
  credibilities: z.array(Credibility).optional(),
  /** Reports an event of which some day may lie in these, ends included. */
  event: z.object({ from: EventDate.optional(), to: EventDate.optional() }).optional(),
});
export type PassageFilter = z.infer<typeof PassageFilter>;

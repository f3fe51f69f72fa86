import { z } from 'zod';
import { EventDate } from '../event-date.ts';
import { Credibility } from '../grading.ts';
import { Passage, PassageFilter } from '../passage.ts';
import { Id } from '../scalars.ts';
import { step } from './parts.ts';

export const passagesMethods = {
  'passages.list': { params: PassageFilter, result: z.array(Passage) },
  'passages.get': { params: z.object({ passageId: Id }), result: Passage },
  /**
   * Puts a stretch of a document's text into spheres: marks it in the stored editor state and saves. For callers that
   * hold no editor; a window marks in its own editor and calls `documents.save`. `invalid` where the stretch is empty
   * or outside the text.
   */
  'passages.tag': {
    params: z.object({
      documentId: Id,
      baseRevision: z.int(),
      start: z.int().nonnegative(),
      end: z.int().positive(),
      sphereIds: z.array(Id),
      note: z.string().default(''),
    }),
    result: z.object({ passage: Passage, revision: z.int(), step }),
  },
  /**
   * Puts many stretches of many documents into spheres at once. One that is a passage already gets the taggings it lacks;
   * one whose document moved on from its revision is left out and counted. One step. Reports progress in places; cancelled,
   * it takes back what it had done.
   */
  'passages.tagAll': {
    params: z.object({
      places: z
        .array(z.object({ documentId: Id, revision: z.int(), start: z.int().nonnegative(), end: z.int().positive() }))
        .min(1)
        .max(20_000),
      sphereIds: z.array(Id).min(1),
    }),
    result: z.object({ made: z.int(), tagged: z.int(), left: z.int(), step }),
  },
  /** Sets each passage's spheres to exactly these. Taggings that stay keep their analyst and date. */
  'passages.setSpheres': {
    params: z.object({ passageIds: z.array(Id).min(1), sphereIds: z.array(Id) }),
    result: z.object({ passages: z.array(Passage), step }),
  },
  /** Puts passages into spheres and takes them out of others; those not named stay as they are in each. */
  'passages.changeSpheres': {
    params: z.object({ passageIds: z.array(Id).min(1), add: z.array(Id).default([]), remove: z.array(Id).default([]) }),
    result: z.object({ passages: z.array(Passage), step }),
  },
  /** Grades passages and dates what they report. What is not given stays; null takes it away. */
  'passages.grade': {
    params: z.object({
      passageIds: z.array(Id).min(1),
      credibility: Credibility.nullable().optional(),
      event: EventDate.nullable().optional(),
    }),
    result: z.object({ passages: z.array(Passage), step }),
  },
  /** For a detached passage; an anchored one is removed by the save that drops its mark. */
  'passages.remove': { params: z.object({ passageIds: z.array(Id).min(1) }), result: z.object({ step }) },
} as const;

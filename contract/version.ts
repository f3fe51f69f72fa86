import { z } from 'zod';
import { OriginalInfo } from './document.ts';
import { EditorState } from './editor-state.ts';
import { ImportFile } from './exchange.ts';
import { Id, Segment, StepId, Timestamp } from './scalars.ts';

/** Why a version was kept. Automatic ones are thinned with time; the others stay. */
export const VersionKind = z.enum(['automatic', 'named', 'before-update', 'before-restore']);
export type VersionKind = z.infer<typeof VersionKind>;

/** A version of a document as lists show it. */
export const VersionSummary = z.object({
  id: Id,
  documentId: Id,
  kind: VersionKind,
  /** Empty when it has none. */
  name: z.string(),
  /** When the document was last so. */
  madeAt: Timestamp,
  /** Who was at work then. */
  analyst: z.string(),
  revision: z.int(),
  words: z.int(),
  /** Passages that stood in its text. */
  passages: z.int(),
  /** Bytes it takes in the notebook, its original not counted. */
  size: z.int(),
  /** The imported file it came from. */
  original: OriginalInfo.nullable(),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

/** A passage as a version's marks have it. */
export const VersionPassage = z.object({
  id: Id,
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  segments: z.array(Segment),
  /** Whether the notebook still has the passage. Restoring brings no removed one back. */
  known: z.boolean(),
});
export type VersionPassage = z.infer<typeof VersionPassage>;

/** A version with its text. Spheres and notes of its passages are not part of it: they are what they are today. */
export const Version = VersionSummary.extend({
  state: EditorState,
  text: z.string(),
  /** The passages that stood in it, in the order of the text. */
  stood: z.array(VersionPassage),
});
export type Version = z.infer<typeof Version>;

export const DifferenceKind = z.enum(['same', 'added', 'removed']);
export type DifferenceKind = z.infer<typeof DifferenceKind>;

/**
 * A line of either text or of both. What is `same` or `removed` makes the one text, what is `same` or `added` the other:
 * both letter for letter.
 */
export const ParagraphDifference = z.object({
  parts: z.array(z.object({ kind: DifferenceKind, text: z.string() })),
  /** Which of the texts has the line's end; null for the last line. */
  end: DifferenceKind.nullable(),
});
export type ParagraphDifference = z.infer<typeof ParagraphDifference>;

/** A document's text was put in place of another as a whole. */
export const TextReplaced = z.object({
  revision: z.int(),
  /** The version that keeps what was there before. */
  keptAs: Id,
  anchored: z.int(),
  detached: z.int(),
  step: StepId,
});
export type TextReplaced = z.infer<typeof TextReplaced>;

/** A place of a passage, with its surroundings. */
export const PassagePlace = z.object({
  segments: z.array(Segment),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
export type PassagePlace = z.infer<typeof PassagePlace>;

/**
 * What a new text does to a passage: `kept` has the same words between the same neighbours, `moved` the same words
 * elsewhere, `changed` other words, `lost` no place, or no clear one.
 */
export const PassageOutcome = z.enum(['kept', 'moved', 'changed', 'lost']);
export type PassageOutcome = z.infer<typeof PassageOutcome>;

/** The score from which on a place found is offered to be accepted unseen. */
export const sureScore = 0.9;

export const ReviewedPassage = z.object({
  passageId: Id,
  outcome: PassageOutcome,
  /** 0 to 1: how alike its words, its surroundings and its position are to what they were; 0 when it is lost. */
  score: z.number(),
  /** By how much the place is better than the next. */
  margin: z.number(),
  /** Without segments when it is detached. */
  before: PassagePlace,
  /** Null when it is lost. */
  after: PassagePlace.nullable(),
  /** Places to offer, the likeliest first. */
  candidates: z.array(PassagePlace.extend({ score: z.number() })),
});
export type ReviewedPassage = z.infer<typeof ReviewedPassage>;

/** What a file would do to a document. */
export const UpdateReview = z.object({
  /** The revision it was made on. */
  revision: z.int(),
  /** The new text, which the offsets of places count. */
  text: z.string(),
  words: z.int(),
  /** Whether the document reads so already. */
  unchanged: z.boolean(),
  /** In the order of the present text. */
  passages: z.array(ReviewedPassage),
});
export type UpdateReview = z.infer<typeof UpdateReview>;

export const ApplyUpdate = z.object({
  documentId: Id,
  baseRevision: z.int(),
  /** The same file that was reviewed. */
  file: ImportFile,
  /** Where passages stand from now on. One that is not named, or without segments, becomes detached. */
  accept: z.array(z.object({ passageId: Id, segments: z.array(Segment) })),
});
export type ApplyUpdate = z.input<typeof ApplyUpdate>;

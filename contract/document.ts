import { z } from 'zod';
import { ChangedBlocks, EditorState, StateBytes } from './editor-state.ts';
import { Credibility, Reliability } from './grading.ts';
import { Passage } from './passage.ts';
import { Id, Language, PartialDate, Segment, StepId, Timestamp } from './scalars.ts';

/** Where a document came from. Empty string or null where it is not known. */
export const Source = z.object({
  author: z.string(),
  publisher: z.string(),
  url: z.string(),
  published: PartialDate.nullable(),
  accessed: PartialDate.nullable(),
  reliability: Reliability.nullable(),
  /** What its passages have that have none of their own. */
  credibility: Credibility.nullable(),
});
export type Source = z.infer<typeof Source>;

/** The imported file, kept byte for byte. */
export const OriginalInfo = z.object({
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  importedAt: Timestamp,
  /** Which part of the file the document is, where the file holds several (`row 12`). Empty: all of it. */
  part: z.string(),
  /** What its text was read in (WHATWG name), and how sure that is, from 0 to 1. Null for what is not text. */
  encoding: z.string().nullable(),
  confidence: z.number().nullable(),
  /** Version of the program that read it; empty where it is not known. */
  importer: z.string(),
  /** What the analyst should know of the reading, a sentence each. */
  notices: z.array(z.string()),
});
export type OriginalInfo = z.infer<typeof OriginalInfo>;

/** A document as lists show it. */
export const DocumentSummary = z.object({
  id: Id,
  title: z.string(),
  language: Language,
  /** Words as `Intl.Segmenter` counts them, so that Chinese has a count too. */
  words: z.int(),
  passages: z.int(),
  detached: z.int(),
  hasNote: z.boolean(),
  revision: z.int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  /** Null unless it lies in the bin. */
  deletedAt: Timestamp.nullable(),
  source: Source,
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

/** A document as the editor opens it. */
export const Document = DocumentSummary.extend({
  state: StateBytes,
  original: OriginalInfo.nullable(),
});
export type Document = z.infer<typeof Document>;
/** The same on its way. */
export type DocumentOnWire = z.input<typeof Document>;

/** A passage that the editor has marked and that the next save makes. The id comes from `ids.mint`. */
export const NewPassage = z.object({ id: Id, spheres: z.array(Id) });
export type NewPassage = z.infer<typeof NewPassage>;

export const SaveDocument = z.object({
  documentId: Id,
  /** The revision the edit began from. Another one in the notebook is a `conflict` and changes nothing. */
  baseRevision: z.int(),
  /** The whole state, or what it changes of that at `baseRevision`. */
  state: z.union([EditorState, z.object({ blocks: ChangedBlocks })]),
  /** Passages to make from marks that stand in `state`; one whose mark does not is not made. */
  create: z.array(NewPassage).default([]),
  /** Passages the analyst removed; their marks are dropped from `state` too. */
  remove: z.array(Id).default([]),
  /** Detached passages that were put onto other words by hand: taking the step back gives them their old words. */
  anchor: z.array(Id).optional(),
  /** The caller knows the passages as they were: the answer tells what became of them, not all of them. */
  knowsPassages: z.boolean().default(false),
});
export type SaveDocument = z.input<typeof SaveDocument>;

export const SavedDocument = z.object({
  revision: z.int(),
  savedAt: Timestamp,
  words: z.int(),
  /** Every passage of the document as it now stands; for a caller that knows them, those made or changed. */
  passages: z.array(Passage),
  /** For a caller that knows the passages: those that only stand elsewhere now, because text before them changed. */
  moved: z.array(z.tuple([Id, z.array(Segment)])),
  /** Ids that stood in marks but belong to no passage (undo can bring them back): dropped from what was saved. */
  unknownMarks: z.array(z.string()),
  /** Takes back what `create`, `remove` and `anchor` did; null when they were empty. */
  step: StepId.nullable(),
});
export type SavedDocument = z.infer<typeof SavedDocument>;

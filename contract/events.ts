import { z } from 'zod';
import { ImportReport } from './exchange.ts';
import { Id } from './scalars.ts';

export const Noun = z.enum(['notebook', 'documents', 'passages', 'spheres', 'notes', 'collections', 'aliases', 'searches', 'similar']);
export type Noun = z.infer<typeof Noun>;

/** Sent to every client after a change is on disk, whoever made it. */
export const Changed = z.object({
  nouns: z.array(Noun),
  /** Documents whose text or title changed, with the revision they now have. Null: any may have. */
  documents: z
    .array(
      z.object({
        id: Id,
        revision: z.int(),
        /** A save whose answer told its caller what became of the passages. */
        told: z.literal(true).optional(),
      }),
    )
    .nullable(),
  /** The passages that look different, where these are all and none of them moved: a list of passages asks for them alone. */
  passages: z.array(Id).optional(),
  /** The client whose call made it; null when another program did (a terminal beside the window). */
  client: z.string().nullable(),
});
export type Changed = z.infer<typeof Changed>;

/** How far a running call is. */
export const Progress = z.object({
  done: z.int().nonnegative(),
  /** Null while it is not known. */
  total: z.int().nonnegative().nullable(),
  /** What is being done now, for the analyst: a file's name, say. */
  label: z.string(),
  /** Of an import: how much of its files is through. */
  bytes: z.object({ done: z.int().nonnegative(), total: z.int().nonnegative() }).optional(),
  /** Of an import: what became of files since the last progress. What it says is on disk. */
  report: ImportReport.optional(),
});
export type Progress = z.infer<typeof Progress>;

import { z } from 'zod';
import { Id, Timestamp } from './scalars.ts';

/** The one file that holds everything. */
export const NotebookInfo = z.object({
  id: Id,
  /** The file's name without `.armillary`. */
  name: z.string(),
  file: z.string(),
  createdAt: Timestamp,
  schemaVersion: z.int(),
  analyst: z.object({ id: Id, name: z.string() }),
  counts: z.object({
    documents: z.int(),
    bin: z.int(),
    passages: z.int(),
    detached: z.int(),
    notes: z.int(),
    spheres: z.int(),
  }),
});
export type NotebookInfo = z.infer<typeof NotebookInfo>;

/** One thing `notebook.check` found wrong. */
export const CheckProblem = z.object({
  check: z.enum(['integrity', 'foreign-keys', 'passage', 'document', 'search-index', 'original', 'version']),
  documentId: Id.nullable(),
  passageId: Id.nullable(),
  message: z.string(),
});
export type CheckProblem = z.infer<typeof CheckProblem>;

export const CheckReport = z.object({
  ok: z.boolean(),
  checked: z.object({ documents: z.int(), passages: z.int(), originals: z.int() }),
  problems: z.array(CheckProblem),
});
export type CheckReport = z.infer<typeof CheckReport>;

import { z } from 'zod';
import { Id, Timestamp } from './scalars.ts';

/** What a note is on. Each target has at most one note. */
export const NoteTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passage'), id: Id }),
  z.object({ kind: z.literal('document'), id: Id }),
  z.object({ kind: z.literal('sphere'), id: Id }),
  z.object({ kind: z.literal('notebook') }),
]);
export type NoteTarget = z.infer<typeof NoteTarget>;

/** An analyst's words, in Markdown. */
export const Note = z.object({
  id: Id,
  target: NoteTarget,
  body: z.string(),
  analyst: z.string(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Note = z.infer<typeof Note>;

import { z } from 'zod';
import { Note, NoteTarget } from '../note.ts';
import { step } from './parts.ts';

export const notesMethods = {
  'notes.get': { params: z.object({ target: NoteTarget }), result: Note.nullable() },
  /** An empty body removes the note. */
  'notes.put': { params: z.object({ target: NoteTarget, body: z.string() }), result: z.object({ note: Note.nullable(), step }) },
} as const;

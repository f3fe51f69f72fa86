import type { Handlers } from '../kernel/context.ts';
import { noteOn, putNote } from './put.ts';

export const notes: Handlers<'notes'> = {
  'notes.get': ({ db }, { target }) => noteOn(db, target),
  'notes.put': (context, { target, body }) => {
    const { value: note, step } = context.step('Edit note', (change) => {
      putNote(context, change, target, body);
      return noteOn(context.db, target);
    });
    return { note, step };
  },
};

import type { Database } from 'better-sqlite3';
import { ArmillaryError, type Note, type NoteTarget } from '../../../contract/index.ts';
import type { Change, Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';

type NoteRow = Omit<Note, 'target'>;
type Place = { passageId: string | null; documentId: string | null; sphereId: string | null };

const where = 'passage_id IS @passageId AND document_id IS @documentId AND sphere_id IS @sphereId';
const find = statement<[Place], NoteRow>(`
  SELECT n.id, n.body, a.name AS analyst, n.created_at AS createdAt, n.updated_at AS updatedAt
  FROM notes n JOIN analysts a ON a.id = n.analyst_id WHERE ${where}`);
const insert = statement<[Place & { id: string; body: string; analystId: string; now: string }]>(`
  INSERT INTO notes (id, passage_id, document_id, sphere_id, body, analyst_id, created_at, updated_at)
  VALUES (@id, @passageId, @documentId, @sphereId, @body, @analystId, @now, @now)`);
const update = statement<[{ id: string; body: string; analystId: string; now: string }]>(
  'UPDATE notes SET body = @body, analyst_id = @analystId, updated_at = @now WHERE id = @id',
);
const remove = statement<[string]>('DELETE FROM notes WHERE id = ?');

const targets = {
  passage: statement<[string]>('SELECT 1 FROM passages WHERE id = ?'),
  document: statement<[string]>('SELECT 1 FROM documents WHERE id = ?'),
  sphere: statement<[string]>('SELECT 1 FROM spheres WHERE id = ?'),
};

/** Null where nothing is written on the target. */
export function noteOn(db: Database, target: NoteTarget): Note | null {
  const row = find(db).get(placeOf(target));
  return row === undefined ? null : { ...row, target };
}

/** Writes a target's one note, inside a transaction of the caller's. An empty body removes it; the same body changes nothing. */
export function putNote(context: Context, change: Change, target: NoteTarget, body: string): void {
  const { db, analystId } = context;
  requireTarget(db, target);
  const note = noteOn(db, target);
  const now = context.now();
  if (body.trim() === '') {
    if (note === null) return;
    remove(db).run(note.id);
  } else if (note === null) {
    insert(db).run({ ...placeOf(target), id: context.newId(), body, analystId, now });
  } else if (note.body !== body) {
    update(db).run({ id: note.id, body, analystId, now });
  } else return;
  change.changedPassages('notes', target.kind === 'passage' ? [target.id] : []);
}

function placeOf(target: NoteTarget): Place {
  return {
    passageId: target.kind === 'passage' ? target.id : null,
    documentId: target.kind === 'document' ? target.id : null,
    sphereId: target.kind === 'sphere' ? target.id : null,
  };
}

function requireTarget(db: Database, target: NoteTarget): void {
  if (target.kind === 'notebook' || targets[target.kind](db).get(target.id) !== undefined) return;
  throw new ArmillaryError(
    'not-found',
    `The ${target.kind} this note is on is no longer in the notebook, so the note was not saved. Copy its text before you close it.`,
    target.id,
  );
}

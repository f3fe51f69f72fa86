import { ArmillaryError, type Parsed, type Result, type Sphere } from '../../../contract/index.ts';
import type { Change, Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { noteOn, putNote } from '../notes/put.ts';
import { deleteSphere, placeAll, storeSphere } from './rows.ts';
import { isSameName, isWithin, listSpheres, siblingsIn, sphereIn } from './tree.ts';

interface TaggingRow {
  id: string;
  passageId: string;
  analystId: string;
  createdAt: string;
}

const taggingsOf = statement<[string], TaggingRow>(`
  SELECT id, passage_id AS passageId, analyst_id AS analystId, created_at AS createdAt FROM taggings WHERE sphere_id = ? ORDER BY n`);
const removeTaggings = statement<[string]>('DELETE FROM taggings WHERE sphere_id = ?');
const insertTagging = statement<[TaggingRow & { sphereId: string }]>(`
  INSERT INTO taggings (id, passage_id, sphere_id, analyst_id, created_at)
  VALUES (@id, @passageId, @sphereId, @analystId, @createdAt) ON CONFLICT (passage_id, sphere_id) DO NOTHING`);

/**
 * Gives one sphere's taggings, sub-spheres, description and note to another and ends it. A passage in both keeps the tagging
 * it has with the second; a sub-sphere whose name the second has below it already is merged into that one likewise.
 */
export function mergeSpheres(context: Context, { sphereId, intoId }: Parsed<'spheres.merge'>): Result<'spheres.merge'> {
  const { step } = context.step('Merge spheres', (change) => {
    const spheres = listSpheres(context.db);
    const sphere = sphereIn(spheres, sphereId);
    const into = sphereIn(spheres, intoId);
    if (isWithin(spheres, intoId, sphereId)) {
      const where = sphereId === intoId ? 'itself' : `“${into.name}”, which stands below it`;
      throw new ArmillaryError('invalid', `“${sphere.name}” cannot be merged into ${where}. Nothing was changed: choose another sphere.`);
    }
    merge(context, change, sphere, into);
    change.changed('spheres');
    change.changed('passages');
  });
  return { step };
}

function merge(context: Context, change: Change, sphere: Sphere, into: Sphere): void {
  const { db } = context;
  moveTaggings(context, sphere.id, into.id);
  moveChildren(context, change, sphere, into);
  const description = joined(into.description, sphere.description);
  if (description !== into.description) storeSphere(db, { ...into, description });
  moveNote(context, change, sphere.id, into.id);
  deleteSphere(db, sphere.id);
}

/** By taking away and putting back: a tagging's sphere does not change, so that undo knows it by its row. */
function moveTaggings({ db }: Context, sphereId: string, intoId: string): void {
  const taggings = taggingsOf(db).all(sphereId);
  removeTaggings(db).run(sphereId);
  for (const tagging of taggings) insertTagging(db).run({ ...tagging, sphereId: intoId });
}

function moveChildren(context: Context, change: Change, sphere: Sphere, into: Sphere): void {
  const spheres = listSpheres(context.db);
  // The sphere that ends may stand below the other one itself.
  const kept = siblingsIn(spheres, into.id).filter(({ id }) => id !== sphere.id);
  const order = kept.map(({ id }) => id);
  for (const child of siblingsIn(spheres, sphere.id)) {
    const namesake = kept.find(({ name }) => isSameName(name, child.name));
    if (namesake === undefined) order.push(child.id);
    else merge(context, change, child, namesake);
  }
  placeAll(context.db, into.id, order);
}

function moveNote(context: Context, change: Change, sphereId: string, intoId: string): void {
  const note = noteOn(context.db, { kind: 'sphere', id: sphereId });
  if (note === null) return;
  const target = { kind: 'sphere', id: intoId } as const;
  putNote(context, change, target, joined(noteOn(context.db, target)?.body ?? '', note.body));
}

/** One below the other, with an empty line between where both say something. */
function joined(first: string, second: string): string {
  return [first, second].filter((text) => text.trim() !== '').join('\n\n');
}

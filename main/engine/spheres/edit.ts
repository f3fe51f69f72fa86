import { ArmillaryError, type Parsed, type Result, type Sphere } from '../../../contract/index.ts';
import type { Context } from '../kernel/context.ts';
import { nextLook } from './looks.ts';
import { deleteSphere, insertSphere, placeAll, storeSphere } from './rows.ts';
import { isWithin, listSpheres, requireFreeName, siblingsIn, sphereIn } from './tree.ts';

/** Adds a sphere after its siblings, with the next free looks and key. */
export function addSphere(
  context: Context,
  { name, color, underline, parentId, description }: Parsed<'spheres.add'>,
): Result<'spheres.add'> {
  const { db } = context;
  const { value: sphere, step } = context.step('New sphere', (change) => {
    const spheres = listSpheres(db);
    if (parentId !== null) sphereIn(spheres, parentId);
    requireFreeName(siblingsIn(spheres, parentId), name);
    const look = nextLook(spheres);
    const id = context.newId();
    const given = { color: color ?? look.color, underline: underline ?? look.underline, key: look.key };
    insertSphere(db, { id, parentId, name, description, ...given }, context.now());
    change.changed('spheres');
    return sphereIn(listSpheres(db), id);
  });
  return { sphere, step };
}

export function updateSphere(context: Context, { sphereId, patch }: Parsed<'spheres.update'>): Result<'spheres.update'> {
  const { db } = context;
  const { value: sphere, step } = context.step('Change sphere', (change) => {
    const spheres = listSpheres(db);
    const was = sphereIn(spheres, sphereId);
    const siblings = siblingsIn(spheres, was.parentId).filter(({ id }) => id !== sphereId);
    if (patch.name !== undefined) requireFreeName(siblings, patch.name);
    storeSphere(db, withPatch(was, patch));
    change.changed('spheres');
    return sphereIn(listSpheres(db), sphereId);
  });
  return { sphere, step };
}

function withPatch(sphere: Sphere, patch: Parsed<'spheres.update'>['patch']): Sphere {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...sphere, ...Object.fromEntries(given) };
}

export function moveSphere(context: Context, { sphereId, parentId, position }: Parsed<'spheres.move'>): Result<'spheres.move'> {
  const { db } = context;
  const { step } = context.step('Move sphere', (change) => {
    const spheres = listSpheres(db);
    const sphere = sphereIn(spheres, sphereId);
    if (isWithin(spheres, parentId, sphereId)) {
      throw new ArmillaryError('invalid', `“${sphere.name}” cannot be moved below itself. Nothing was changed.`);
    }
    const siblings = siblingsIn(spheres, parentId).filter(({ id }) => id !== sphereId);
    requireFreeName(siblings, sphere.name);
    const order = siblings.map(({ id }) => id).toSpliced(position, 0, sphereId);
    placeAll(db, parentId, order);
    change.changed('spheres');
  });
  return { step };
}

/** With its sub-spheres. Passages stay; they lose the taggings. */
export function removeSphere(context: Context, { sphereId }: Parsed<'spheres.remove'>): Result<'spheres.remove'> {
  const { step } = context.step('Delete sphere', (change) => {
    sphereIn(listSpheres(context.db), sphereId);
    deleteSphere(context.db, sphereId);
    change.changed('spheres');
    change.changed('passages');
    change.changed('notes');
  });
  return { step };
}

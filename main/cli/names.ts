import { ArmillaryError, type EngineClient, Id, type Sphere } from '../../contract/index.ts';

/** An id as the analyst gave it. Throws `not-found` for what can be no document's. */
export function documentIdOf(given: string): string {
  const id = Id.safeParse(given);
  if (id.success) return id.data;
  throw new ArmillaryError('not-found', `There is no document with the id ${given}. “armillary documents” lists them.`);
}

/** A sphere's name after those it is below, as `--sphere` takes it: `geopolitical/alliances`. */
export function pathOf(spheres: readonly Sphere[], { name, parentId }: Sphere): string {
  const parent = spheres.find(({ id }) => id === parentId);
  return parent === undefined ? name : `${pathOf(spheres, parent)}/${name}`;
}

/** Upper and lower case, Unicode composition and blanks around slashes make no difference. */
function comparable(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .split('/')
    .map((part) => part.trim())
    .join('/');
}

/** The one sphere of a name or path. Throws `not-found` naming those there are, `invalid` where several have the name. */
export function sphereNamed(spheres: readonly Sphere[], given: string): Sphere {
  const wanted = comparable(given);
  const byPath = spheres.filter((sphere) => comparable(pathOf(spheres, sphere)) === wanted);
  const found = byPath.length > 0 ? byPath : spheres.filter(({ name }) => comparable(name) === wanted);
  const [sphere, ...others] = found;
  const list = (those: readonly Sphere[]) => those.map((each) => pathOf(spheres, each)).join(', ');
  if (sphere === undefined) {
    const known = spheres.length === 0 ? 'There is none yet.' : `There are: ${list(spheres)}.`;
    throw new ArmillaryError('not-found', `There is no sphere “${given}”. ${known} “armillary spheres add” makes one.`);
  }
  if (others.length > 0) throw new ArmillaryError('invalid', `Several spheres are called “${given}”. Say which: ${list(found)}.`);
  return sphere;
}

/** The ids of spheres by name or path, each once. */
export async function sphereIdsNamed(engine: EngineClient, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const spheres = await engine.call('spheres.list', {});
  return [...new Set(names.map((name) => sphereNamed(spheres, name).id))];
}

/** The ids of the groups of names that these are in. Throws `not-found` for a name that has no others. */
export async function aliasGroupsOf(engine: EngineClient, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const groups = await engine.call('aliases.list', {});
  return names.map((name) => {
    const group = groups.find((each) => each.names.some((own) => comparable(own) === comparable(name)));
    if (group !== undefined) return group.id;
    throw new ArmillaryError('not-found', `“${name}” has no other names. “armillary aliases” lists those that have.`);
  });
}

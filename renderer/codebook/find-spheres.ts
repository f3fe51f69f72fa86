import type { Sphere } from '../../contract/index.ts';

export interface FoundSphere {
  sphere: Sphere;
  /** Names of the spheres above it, outermost first. */
  path: string[];
}

/**
 * Spheres whose name, or whose path of names, has the typed words: those that begin with them first, then as the codebook
 * has them. Letter case and accents do not matter.
 */
export function findSpheres(spheres: readonly Sphere[], typed: string): FoundSphere[] {
  const wanted = fold(typed);
  const byId = new Map(spheres.map((sphere) => [sphere.id, sphere]));
  const found: (FoundSphere & { rank: number })[] = [];
  for (const sphere of spheres) {
    const path = pathOf(sphere, byId);
    const rank = rankOf(fold(sphere.name), fold([...path, sphere.name].join(' ')), wanted);
    if (rank !== null) found.push({ sphere, path, rank });
  }
  return found.toSorted((a, b) => a.rank - b.rank).map(({ sphere, path }) => ({ sphere, path }));
}

/** Whether a sphere has exactly this name, so that making another would only confuse. */
export function isNameTaken(spheres: readonly Sphere[], name: string): boolean {
  return spheres.some((sphere) => fold(sphere.name) === fold(name));
}

function pathOf(sphere: Sphere, byId: ReadonlyMap<string, Sphere>): string[] {
  const path: string[] = [];
  for (let parent = byId.get(sphere.parentId ?? ''); parent !== undefined; parent = byId.get(parent.parentId ?? ''))
    path.unshift(parent.name);
  return path;
}

function rankOf(name: string, path: string, wanted: string): number | null {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(` ${wanted}`)) return 1;
  return path.includes(wanted) ? 2 : null;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
}

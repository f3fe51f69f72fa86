import { z } from 'zod';
import { Id } from '../scalars.ts';
import { NewSphere, Sphere, SpherePatch } from '../sphere.ts';
import { nothing, step } from './parts.ts';

export const spheresMethods = {
  /** The whole codebook, parents before children, siblings by position. */
  'spheres.list': { params: nothing, result: z.array(Sphere) },
  'spheres.add': { params: NewSphere, result: z.object({ sphere: Sphere, step }) },
  'spheres.update': { params: z.object({ sphereId: Id, patch: SpherePatch }), result: z.object({ sphere: Sphere, step }) },
  /** Moves below `parentId` (null: top level) to `position` among its siblings. `invalid` below itself. */
  'spheres.move': {
    params: z.object({ sphereId: Id, parentId: Id.nullable(), position: z.int().nonnegative() }),
    result: z.object({ step }),
  },
  /** Every tagging and sub-sphere of the first goes to the second; the first ends. Its note is appended to the second's. */
  'spheres.merge': { params: z.object({ sphereId: Id, intoId: Id }), result: z.object({ step }) },
  /** With its sub-spheres. Passages stay; they lose the taggings. */
  'spheres.remove': { params: z.object({ sphereId: Id }), result: z.object({ step }) },
} as const;

import type { Handlers } from '../kernel/context.ts';
import { addSphere, moveSphere, removeSphere, updateSphere } from './edit.ts';
import { mergeSpheres } from './merge.ts';
import { listSpheres } from './tree.ts';

export const spheres: Handlers<'spheres'> = {
  'spheres.list': ({ db }) => listSpheres(db),
  'spheres.add': addSphere,
  'spheres.update': updateSphere,
  'spheres.move': moveSphere,
  'spheres.merge': mergeSpheres,
  'spheres.remove': removeSphere,
};

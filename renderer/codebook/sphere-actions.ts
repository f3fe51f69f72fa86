import type { EngineClient, Params, Sphere } from '../../contract/index.ts';
import { notifyError } from '../ui/index.ts';
import type { Place } from '../ui/tree/index.ts';
import { notifyDeed } from '../undo/notify-deed.ts';
import { recordStep } from '../undo/timeline.ts';
import { flushUnsaved } from '../workspace/unsaved.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** Rejects where the engine refuses: the name is taken, say. */
export async function addSphere(engine: EngineClient, sphere: Params<'spheres.add'>): Promise<Sphere> {
  const added = await engine.call('spheres.add', sphere);
  recordStep(engine, `New sphere “${added.sphere.name}”`, added.step);
  return added.sphere;
}

/** Rejects where the engine refuses. */
export async function updateSphere(engine: EngineClient, sphere: Sphere, patch: Params<'spheres.update'>['patch']): Promise<void> {
  const { step } = await engine.call('spheres.update', { sphereId: sphere.id, patch });
  recordStep(engine, `Change “${sphere.name}”`, step);
}

export async function renameSphere(engine: EngineClient, sphere: Sphere, typed: string): Promise<void> {
  const name = typed.trim();
  if (name === '' || name === sphere.name) return;
  await updateSphere(engine, sphere, { name }).catch(notifyError);
}

export async function moveSphere(engine: EngineClient, sphere: Sphere, place: Place): Promise<void> {
  try {
    const { step } = await engine.call('spheres.move', { sphereId: sphere.id, ...place });
    recordStep(engine, `Move “${sphere.name}”`, step);
  } catch (error) {
    notifyError(error);
  }
}

export async function mergeSphere(engine: EngineClient, sphere: Sphere, into: Sphere): Promise<void> {
  try {
    await flushOrRefuse();
    const { step } = await engine.call('spheres.merge', { sphereId: sphere.id, intoId: into.id });
    const deed = recordStep(engine, `Merge “${sphere.name}” into “${into.name}”`, step);
    gone(sphere.id);
    notifyDeed(`“${sphere.name}” is now part of “${into.name}”.`, deed);
  } catch (error) {
    notifyError(error);
  }
}

export async function removeSphere(engine: EngineClient, sphere: Sphere): Promise<void> {
  try {
    await flushOrRefuse();
    const { step } = await engine.call('spheres.remove', { sphereId: sphere.id });
    const deed = recordStep(engine, `Delete “${sphere.name}”`, step);
    gone(sphere.id);
    notifyDeed(`Deleted “${sphere.name}”.`, deed);
  } catch (error) {
    notifyError(error);
  }
}

/** What the editor has not saved may be tagged with the sphere that goes. */
async function flushOrRefuse(): Promise<void> {
  const problem = await flushUnsaved();
  if (problem !== null) throw new Error(problem);
}

function gone(sphereId: string): void {
  const { sphereFilter, set } = useWorkspace.getState();
  set({ sphereFilter: sphereFilter.filter((id) => id !== sphereId) });
}

import type { Sphere } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { Dialog, PickList, SphereDot } from '../ui/index.ts';
import { isWithin } from '../ui/tree/index.ts';
import { doing } from './codebook-view.ts';
import { findSpheres } from './find-spheres.ts';
import { mergeSphere } from './sphere-actions.ts';

/** Asks which sphere takes this one's passages and sub-spheres. */
export function MergeSphere({ sphere, spheres }: { sphere: Sphere; spheres: readonly Sphere[] }) {
  const engine = useEngine();
  const title = `Merge “${sphere.name}” into another sphere`;
  const find = (typed: string) =>
    findSpheres(spheres, typed)
      .filter((found) => !isWithin(spheres, found.sphere.id, sphere.id))
      .map(({ sphere: into, path }) => ({
        id: into.id,
        label: into.name,
        icon: <SphereDot sphere={into} />,
        ...(path.length === 0 ? {} : { before: path.join(' › ') }),
      }));
  const pick = (id: string) => {
    doing(null);
    const into = spheres.find((each) => each.id === id);
    if (into !== undefined) void mergeSphere(engine, sphere, into);
  };
  return (
    <Dialog title={title} size="s" bare onClose={() => doing(null)}>
      <PickList
        label={title}
        placeholder={`Merge “${sphere.name}” into…`}
        find={find}
        onPick={pick}
        nothing="No other sphere has this name."
      />
    </Dialog>
  );
}

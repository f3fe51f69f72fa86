import type { Sphere } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { AddField } from '../ui/index.ts';
import styles from './Codebook.module.css';
import { doing, unfold } from './codebook-view.ts';
import { addSphere } from './sphere-actions.ts';

/** A line to name new spheres in. */
export function AddSphere({ parent }: { parent: Sphere | null }) {
  const engine = useEngine();
  const add = async (name: string) => {
    await addSphere(engine, { name, parentId: parent?.id ?? null });
    if (parent !== null) unfold(parent.id);
  };
  return (
    <AddField what={parent === null ? 'sphere' : `sphere in ${parent.name}`} onAdd={add} onEnd={() => doing(null)} className={styles.add} />
  );
}

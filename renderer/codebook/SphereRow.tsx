import type { Sphere } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { SphereDot, type Spot } from '../ui/index.ts';
import { type Node, TreeRow } from '../ui/tree/index.ts';
import styles from './Codebook.module.css';
import { renameSphere } from './sphere-actions.ts';

const count = new Intl.NumberFormat();

interface SphereRowProps {
  node: Node<Sphere>;
  renaming: string | null;
  filter: readonly string[];
  onRenamed: (sphereId: string) => void;
  onMenu: (sphereId: string, spot: Spot) => void;
}

/** A sphere in the tree: its key, its sign, its name, and how many passages are tagged with it. */
export function SphereRow({ node, renaming, filter, onRenamed, onMenu }: SphereRowProps) {
  const engine = useEngine();
  const { id, item: sphere } = node;
  const { name, key, description, passages } = sphere;
  const number = passages === 1 ? '1 passage' : `${count.format(passages)} passages`;
  return (
    <TreeRow
      id={id}
      name={name}
      said={key === null ? number : `${number}, key ${key}`}
      hint={description}
      sign={
        <>
          <span className={styles.key}>{key}</span>
          <SphereDot sphere={sphere} />
        </>
      }
      count={passages}
      isMovable
      isFiltered={filter.includes(id)}
      renamed={renaming === id ? 'sphere' : null}
      onRenamed={(typed) => {
        onRenamed(id);
        if (typed !== null) void renameSphere(engine, sphere, typed);
      }}
      onMenu={(spot) => onMenu(id, spot)}
      below={node.children}
      dependencies={[renaming, filter]}
    >
      {(child) => <SphereRow node={child} renaming={renaming} filter={filter} onRenamed={onRenamed} onMenu={onMenu} />}
    </TreeRow>
  );
}

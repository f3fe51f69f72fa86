import { ChevronRight, Ellipsis, GripVertical } from 'lucide-react';
import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components';
import { useEngine } from '../engine/engine.tsx';
import { RenameField, SphereDot, type Spot } from '../ui/index.ts';
import tree from '../ui/Tree.module.css';
import styles from './Codebook.module.css';
import { renameSphere } from './sphere-actions.ts';
import type { SphereNode } from './sphere-tree.ts';

const count = new Intl.NumberFormat();

interface SphereRowProps {
  node: SphereNode;
  renaming: string | null;
  filter: readonly string[];
  onRenamed: (sphereId: string) => void;
  onMenu: (sphereId: string, spot: Spot) => void;
}

/** A sphere in the tree: its key, its sign, its name, and how many passages are tagged with it. */
export function SphereRow({ node, renaming, filter, onRenamed, onMenu }: SphereRowProps) {
  const engine = useEngine();
  const { sphere } = node;
  const passages = sphere.passages === 1 ? '1 passage' : `${count.format(sphere.passages)} passages`;
  return (
    <TreeItem
      id={sphere.id}
      textValue={sphere.name}
      aria-label={`${sphere.name}, ${passages}${sphere.key === null ? '' : `, key ${sphere.key}`}`}
      className={tree.row ?? ''}
      data-filtered={filter.includes(sphere.id) || undefined}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className={tree.cells} style={{ paddingInlineStart: (level - 1) * 14 }} title={sphere.description}>
            <Button slot="drag" className={tree.grip ?? ''} aria-label={`Move ${sphere.name}`}>
              <GripVertical aria-hidden size={12} />
            </Button>
            <span className={tree.fold}>
              {hasChildItems ? (
                <Button slot="chevron" className={tree.chevron ?? ''} data-open={isExpanded || undefined}>
                  <ChevronRight aria-hidden size={14} />
                </Button>
              ) : null}
            </span>
            <span className={styles.key}>{sphere.key}</span>
            <SphereDot sphere={sphere} />
            {renaming === sphere.id ? (
              <RenameField
                label="Name of the sphere"
                value={sphere.name}
                onDone={(name) => {
                  onRenamed(sphere.id);
                  if (name !== null) void renameSphere(engine, sphere, name);
                }}
              />
            ) : (
              <span className={tree.name}>{sphere.name}</span>
            )}
            <span className={tree.count}>{sphere.passages === 0 ? null : count.format(sphere.passages)}</span>
            <Button
              className={tree.more ?? ''}
              aria-label={`Menu of ${sphere.name}`}
              onPress={({ target }) => {
                const { left, bottom } = target.getBoundingClientRect();
                onMenu(sphere.id, { x: left, y: bottom });
              }}
            >
              <Ellipsis aria-hidden size={14} />
            </Button>
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children} dependencies={[renaming, filter]}>
        {(child) => <SphereRow node={child} renaming={renaming} filter={filter} onRenamed={onRenamed} onMenu={onMenu} />}
      </Collection>
    </TreeItem>
  );
}

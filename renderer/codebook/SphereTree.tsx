import { useMemo } from 'react';
import { Tree, useDragAndDrop } from 'react-aria-components';
import type { Sphere } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { dropPlace, stepPlace, treeOf, useTreeBox } from '../ui/tree/index.ts';
import tree from '../ui/tree/Tree.module.css';
import { useWorkspace } from '../workspace/workspace.ts';
import { doing, useCodebookView } from './codebook-view.ts';
import { SphereRow } from './SphereRow.tsx';
import { moveSphere } from './sphere-actions.ts';
import { sphereMenu } from './sphere-menu.tsx';

/** The codebook as a tree. A press filters the passages; a drag or Alt and an arrow moves; F2 renames; Delete deletes. */
export function SphereTree({ spheres }: { spheres: readonly Sphere[] }) {
  const engine = useEngine();
  const filter = useWorkspace((state) => state.sphereFilter);
  const set = useWorkspace((state) => state.set);
  const folded = useCodebookView((view) => view.folded);
  const renaming = useCodebookView(({ doing: now }) => (now?.kind === 'rename' ? now.sphereId : null));
  const nodes = useMemo(() => treeOf(spheres), [spheres]);
  const find = (id: unknown) => spheres.find((sphere) => sphere.id === id);

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'application/x-armillary-sphere': String(key) })),
    onMove({ keys, target }) {
      const [sphere] = [...keys].map(find);
      if (sphere === undefined) return;
      const place = dropPlace(spheres, sphere.id, { id: String(target.key), where: target.dropPosition });
      if (place !== null) void moveSphere(engine, sphere, place);
    },
  });

  const { boxProps, openMenu, focusRow, menu } = useTreeBox({
    actsOf(id) {
      const sphere = find(id);
      if (sphere === undefined) return null;
      return {
        step(step) {
          const place = stepPlace(spheres, id, step);
          if (place !== null) void moveSphere(engine, sphere, place);
        },
        rename: () => doing({ kind: 'rename', sphereId: id }),
        remove: () => doing({ kind: 'delete', sphereId: id }),
      };
    },
    menuOf(id) {
      const sphere = find(id);
      if (sphere === undefined) return null;
      return { label: sphere.name, entries: sphereMenu(sphere, spheres, (place) => void moveSphere(engine, sphere, place)) };
    },
  });
  const endRename = (id: string) => {
    doing(null);
    focusRow(id);
  };

  return (
    <div {...boxProps}>
      <Tree
        aria-label="Spheres"
        className={tree.tree ?? ''}
        data-pane-focus
        items={nodes}
        // What a row shows beside its sphere: the tree draws its rows again when these change.
        dependencies={[renaming, filter]}
        selectionMode="single"
        selectionBehavior="toggle"
        selectedKeys={filter.length === 1 ? filter : []}
        onSelectionChange={(keys) => set({ sphereFilter: keys === 'all' ? [] : [...keys].map(String) })}
        expandedKeys={spheres.filter(({ id }) => !folded.has(id)).map(({ id }) => id)}
        onExpandedChange={(keys) => {
          const open = new Set(keys);
          useCodebookView.setState({ folded: new Set(spheres.map(({ id }) => id).filter((id) => !open.has(id))) });
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(node) => <SphereRow node={node} renaming={renaming} filter={filter} onRenamed={endRename} onMenu={openMenu} />}
      </Tree>
      {menu}
    </div>
  );
}

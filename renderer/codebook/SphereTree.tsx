import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { Tree, useDragAndDrop } from 'react-aria-components';
import type { Sphere } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { ContextMenu, type Spot } from '../ui/index.ts';
import tree from '../ui/Tree.module.css';
import { useWorkspace } from '../workspace/workspace.ts';
import { doing, useCodebookView } from './codebook-view.ts';
import { SphereRow } from './SphereRow.tsx';
import { moveSphere } from './sphere-actions.ts';
import { sphereMenu } from './sphere-menu.tsx';
import { dropPlace, stepPlace, treeOf } from './sphere-tree.ts';

const steps = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' } as const;

function isStep(key: string): key is keyof typeof steps {
  return Object.hasOwn(steps, key);
}

/** The codebook as a tree. A press filters the passages; a drag or Alt and an arrow moves; F2 renames; Delete deletes. */
export function SphereTree({ spheres }: { spheres: readonly Sphere[] }) {
  const engine = useEngine();
  const filter = useWorkspace((state) => state.sphereFilter);
  const set = useWorkspace((state) => state.set);
  const folded = useCodebookView((view) => view.folded);
  const renaming = useCodebookView(({ doing: now }) => (now?.kind === 'rename' ? now.sphereId : null));
  const [menu, setMenu] = useState<{ id: string; spot: Spot } | null>(null);
  const box = useRef<HTMLDivElement>(null);
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

  const rowOf = (target: EventTarget) => (target instanceof Element ? target.closest<HTMLElement>('[role="row"]') : null);
  const sphereOf = (row: HTMLElement | null) => find(row?.dataset.key);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) {
      // The tree would take spaces and arrows for its own; a name being typed over needs them.
      if (event.key !== 'Enter' && event.key !== 'Escape') event.stopPropagation();
      return;
    }
    const row = rowOf(event.target);
    const sphere = sphereOf(row);
    if (row === null || sphere === undefined) return;
    if (event.altKey && isStep(event.key)) {
      const place = stepPlace(spheres, sphere.id, steps[event.key]);
      if (place !== null) void moveSphere(engine, sphere, place);
    } else if (event.key === 'F2') doing({ kind: 'rename', sphereId: sphere.id });
    else if (event.key === 'Delete') doing({ kind: 'delete', sphereId: sphere.id });
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const { left, top } = row.getBoundingClientRect();
      setMenu({ id: sphere.id, spot: { x: left + 32, y: top + 24 } });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onContextMenu = (event: MouseEvent) => {
    const sphere = sphereOf(rowOf(event.target));
    if (sphere === undefined) return;
    event.preventDefault();
    setMenu({ id: sphere.id, spot: { x: event.clientX, y: event.clientY } });
  };
  const menuFor = menu === null ? undefined : find(menu.id);
  const endRename = (id: string) => {
    doing(null);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-key="${id}"]`)?.focus());
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the rows of the tree within.
    <div ref={box} className={tree.box} onKeyDownCapture={onKeyDown} onContextMenu={onContextMenu}>
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
        {(node) => (
          <SphereRow node={node} renaming={renaming} filter={filter} onRenamed={endRename} onMenu={(id, spot) => setMenu({ id, spot })} />
        )}
      </Tree>
      {menu === null || menuFor === undefined ? null : (
        <ContextMenu
          label={menuFor.name}
          spot={menu.spot}
          entries={sphereMenu(menuFor, spheres, (place) => void moveSphere(engine, menuFor, place))}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}

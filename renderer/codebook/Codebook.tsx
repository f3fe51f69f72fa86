import { Plus } from 'lucide-react';
import { useAsk } from '../engine/engine.tsx';
import { useHost } from '../host/host.ts';
import { EmptyState, IconButton, InlineError } from '../ui/index.ts';
import section from '../ui/Section.module.css';
import { AddSphere } from './AddSphere.tsx';
import { doing, useCodebookView } from './codebook-view.ts';
import { DeleteSphere } from './DeleteSphere.tsx';
import { EditSphere } from './EditSphere.tsx';
import { MergeSphere } from './MergeSphere.tsx';
import { SphereTree } from './SphereTree.tsx';

/** The tree of spheres: what passages are tagged with, and a way to see only some of them. */
export function Codebook() {
  const { data: spheres, error } = useAsk('spheres.list', {});
  const lost = useHost((host) => host.lost);
  const now = useCodebookView((view) => view.doing);
  const subject = now === null || now.kind === 'add' ? undefined : spheres?.find(({ id }) => id === now.sphereId);
  return (
    <section className={section.section} data-pane="codebook" aria-labelledby="codebook-title">
      <div className={section.header}>
        <h2 id="codebook-title" className={section.title}>
          Spheres
        </h2>
        <IconButton label="New sphere" onPress={() => doing({ kind: 'add', parentId: null })}>
          <Plus aria-hidden />
        </IconButton>
      </div>
      {error === null || lost ? null : <InlineError error={error} />}
      {spheres === undefined ? null : <SphereTree spheres={spheres} />}
      {spheres?.length === 0 && now?.kind !== 'add' ? (
        <EmptyState>Spheres to tag passages with belong here: make one with +.</EmptyState>
      ) : null}
      {now?.kind === 'add' ? <AddSphere key={now.parentId} parent={spheres?.find(({ id }) => id === now.parentId) ?? null} /> : null}
      {spheres === undefined || subject === undefined ? null : now?.kind === 'edit' ? (
        <EditSphere key={subject.id} sphere={subject} spheres={spheres} />
      ) : now?.kind === 'merge' ? (
        <MergeSphere sphere={subject} spheres={spheres} />
      ) : now?.kind === 'delete' ? (
        <DeleteSphere sphere={subject} spheres={spheres} />
      ) : null}
    </section>
  );
}

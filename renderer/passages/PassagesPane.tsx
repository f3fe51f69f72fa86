import { Fragment, useDeferredValue, useEffect, useMemo } from 'react';
import type { Sphere } from '../../contract/index.ts';
import { useAsk } from '../engine/engine.tsx';
import { DocumentNote } from '../notes/DocumentNote.tsx';
import { Button, EmptyState, InlineError, Kbd, SphereDot } from '../ui/index.ts';
import section from '../ui/Section.module.css';
import { flushUnsaved } from '../workspace/unsaved.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { FilterMenu } from './FilterMenu.tsx';
import { PassageList } from './PassageList.tsx';
import styles from './PassagesPane.module.css';
import { filterOf, isFiltered, showAllOfDocument, usePassagesView } from './passages-view.ts';
import { passageRows } from './rows.ts';

const noSpheres: readonly Sphere[] = [];

/** The passages of the open document or of the whole notebook, and the note on the document. */
export function PassagesPane() {
  const documentId = useWorkspace((state) => state.documentId);
  const sphereFilter = useWorkspace((state) => state.sphereFilter);
  const view = usePassagesView();
  const { scope, documentNote } = view;
  const filter = filterOf(view, documentId, sphereFilter);
  const { data: passages, error, isPlaceholderData } = useAsk('passages.list', filter);
  const { data: spheres = noSpheres } = useAsk('spheres.list', {});
  // While another document's passages are on their way, the last one's must not stand in for them.
  const listed = filter === null || (isPlaceholderData && passages?.[0]?.documentId !== documentId) ? undefined : passages;
  // Each save brings thousands anew: they are drawn between the keys of who types on.
  const drawn = useDeferredValue(listed);
  const shown = listed === undefined ? undefined : drawn;
  const rows = useMemo(() => passageRows(shown ?? [], { ofNotebook: scope === 'notebook' }), [shown, scope]);

  const wanted = view.writing ?? view.grading;
  const isMissing = wanted !== null && listed !== undefined && !isPlaceholderData && !listed.some(({ id }) => id === wanted);
  useEffect(() => {
    if (!isMissing) return;
    // Just tagged and not saved yet, or hidden by the filter: neither may keep its note from being written or it from being graded.
    showAllOfDocument();
    void flushUnsaved();
  }, [isMissing]);

  return (
    <div className={section.section}>
      <header className={styles.header}>
        <h2 className={styles.title}>Passages</h2>
        {listed === undefined ? null : <span className={styles.count}>{new Intl.NumberFormat().format(listed.length)}</span>}
        <FilterMenu spheres={spheres} />
      </header>
      {documentId === null || scope === 'notebook' ? null : (
        <DocumentNote
          documentId={documentId}
          {...documentNote}
          onChange={(changed) => usePassagesView.setState({ documentNote: changed })}
        />
      )}
      {error === null ? null : (
        <div className={styles.error}>
          <InlineError error={error} />
        </div>
      )}
      {rows.length > 0 ? <PassageList rows={rows} spheres={spheres} /> : null}
      {rows.length === 0 && (shown !== undefined || filter === null) ? <NoPassages spheres={spheres} /> : null}
    </div>
  );
}

/** Says what belongs here and how it comes here. */
function NoPassages({ spheres }: { spheres: readonly Sphere[] }) {
  const documentId = useWorkspace((state) => state.documentId);
  const sphereFilter = useWorkspace((state) => state.sphereFilter);
  const view = usePassagesView();
  const { scope } = view;
  if (isFiltered(view, sphereFilter)) {
    return (
      <EmptyState actions={<Button onPress={showAllOfDocument}>Show all</Button>}>
        No passage {scope === 'document' ? 'of this document' : 'of the notebook'} is of the kind you chose.
      </EmptyState>
    );
  }
  if (scope === 'notebook') return <EmptyState>Nothing in this notebook has been tagged yet.</EmptyState>;
  if (documentId === null) {
    return (
      <EmptyState actions={<Button onPress={() => usePassagesView.setState({ scope: 'notebook' })}>Show the whole notebook</Button>}>
        The passages of the document you open stand here.
      </EmptyState>
    );
  }
  const keyed = spheres
    .filter(({ key }) => key !== null)
    .toSorted((a, b) => Number(a.key) - Number(b.key))
    .slice(0, 4);
  return (
    <EmptyState>
      Select text and press a key to tag it.
      <span className={styles.keys}>
        {keyed.map((sphere) => (
          <Fragment key={sphere.id}>
            <Kbd keys={sphere.key ?? ''} />
            <span className={styles.sphere}>
              <SphereDot sphere={sphere} /> {sphere.name}
            </span>
          </Fragment>
        ))}
        <Kbd keys="T" />
        <span className={styles.sphere}>any sphere, or a new one</span>
        <Kbd keys="N" />
        <span className={styles.sphere}>a note on it</span>
      </span>
    </EmptyState>
  );
}

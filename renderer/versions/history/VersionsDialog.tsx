import { History } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { VersionSummary } from '../../../contract/index.ts';
import { useAsk, useEngine } from '../../engine/engine.tsx';
import { Button, ContextMenu, Dialog, EmptyState, InlineError, type MenuEntry, RenameField, Spinner, type Spot } from '../../ui/index.ts';
import { flushUnsaved } from '../../workspace/unsaved.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { WalkList } from '../comparison/WalkList.tsx';
import { useLongWork } from '../useLongWork.ts';
import { useVersionsView } from '../versions-view.ts';
import { Working } from '../Working.tsx';
import { SpaceLine } from './SpaceLine.tsx';
import { VersionDetail } from './VersionDetail.tsx';
import { VersionRow } from './VersionRow.tsx';
import styles from './VersionsDialog.module.css';
import { nameVersion, removeVersion, renameVersion, restoreVersion } from './version-actions.ts';

/** Height of a row in CSS pixels: a title over two lines of facts. */
const rowHeight = 68;
const idOf = ({ id }: VersionSummary) => id;

/** What the open document was: its versions, what became of each, and the way back. */
export function VersionsDialog() {
  const engine = useEngine();
  const documentId = useWorkspace((state) => state.documentId);
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const naming = useVersionsView((view) => view.naming);
  const { data: versions, error, isPlaceholderData } = useAsk('versions.list', documentId === null ? null : { documentId });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [renaming, setRenaming] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [menu, setMenu] = useState<Spot | null>(null);
  const nameButton = useRef<HTMLButtonElement>(null);
  const { running: restoring, problem: unrestored, ...restoration } = useLongWork();
  useEffect(() => {
    // What was typed a moment ago is part of the present that versions are compared with.
    void flushUnsaved();
  }, []);

  const listed = isPlaceholderData ? undefined : versions;
  const isEmpty = listed?.length === 0;
  useEffect(() => {
    // With the last version goes the list that had the keyboard.
    if (isEmpty) nameButton.current?.focus();
  }, [isEmpty]);
  const chosenAt = Math.max(0, listed?.findIndex(({ id }) => id === chosenId) ?? 0);
  const chosen = listed?.[chosenAt];
  const close = () => setOverlay(null);
  const attempt = async (work: () => Promise<void>) => {
    setProblem(null);
    await work().catch(setProblem);
  };
  const choose = (id: string) => {
    setChosenId(id);
    setRenaming(false);
  };
  const nameNew = (name: string | null) => {
    useVersionsView.setState({ naming: false });
    if (documentId === null || name === null || name.trim() === '') return;
    void attempt(async () => choose((await nameVersion(engine, documentId, name)).id));
  };
  const rename = (version: VersionSummary, name: string | null) => {
    setRenaming(false);
    if (name !== null && name.trim() !== '' && name.trim() !== version.name) void attempt(() => renameVersion(engine, version, name));
  };
  const restore = (version: VersionSummary) => {
    setProblem(null);
    restoration.begin(async (options) => {
      await restoreVersion(engine, version, options);
      if (!options.signal?.aborted) close();
    });
  };
  const remove = (version: VersionSummary) => {
    // The keyboard goes on at the neighbour.
    const at = listed?.indexOf(version) ?? -1;
    setChosenId((listed?.[at + 1] ?? listed?.[at - 1])?.id ?? null);
    void attempt(() => removeVersion(engine, version));
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'F2') setRenaming(true);
    else if (event.key === 'Delete' && chosen !== undefined) remove(chosen);
    else return false;
    return true;
  };
  const entriesFor = (version: VersionSummary): MenuEntry[] => [
    { id: 'rename', label: version.name === '' ? 'Name this version' : 'Rename', keys: 'F2', run: () => setRenaming(true) },
    { id: 'restore', label: 'Restore this version', run: () => restore(version) },
    'line',
    { id: 'remove', label: 'Delete', keys: 'Delete', run: () => remove(version) },
  ];

  const shownProblem = unrestored ?? problem ?? error;
  return (
    <Dialog
      title="Versions"
      size="l"
      onClose={close}
      footer={
        <>
          <SpaceLine />
          {restoring === null ? null : (
            <Button variant="quiet" onPress={restoration.cancel}>
              Cancel
            </Button>
          )}
          <Button variant="primary" isDisabled={chosen === undefined || restoring !== null} onPress={() => chosen && restore(chosen)}>
            {restoring === null ? 'Restore this version' : 'Restoring…'}
          </Button>
        </>
      }
    >
      {shownProblem === null ? null : <InlineError error={shownProblem} />}
      <div className={styles.columns}>
        <div className={styles.side}>
          {naming ? (
            <RenameField label="Name of this version" placeholder="As it is now: a name" value="" onDone={nameNew} />
          ) : (
            <Button ref={nameButton} onPress={() => useVersionsView.setState({ naming: true })}>
              Name the document as it is now…
            </Button>
          )}
          {listed === undefined || chosen === undefined ? null : (
            <WalkList
              label="Versions, newest first"
              items={listed}
              idOf={idOf}
              rowHeight={rowHeight}
              activeId={chosen.id}
              onActive={choose}
              row={(version) => <VersionRow version={version} />}
              onKey={onKey}
              onMenu={setMenu}
              takesFocus={!naming && !renaming}
            />
          )}
        </div>
        <div className={styles.main}>
          {restoring !== null ? (
            <Working label="Restoring the version" progress={restoring.progress} />
          ) : listed === undefined ? (
            error === null ? (
              <Spinner label="Looking for versions" />
            ) : null
          ) : chosen === undefined || documentId === null ? (
            <EmptyState icon={<History aria-hidden size={28} strokeWidth={1.25} />}>
              Versions of this document gather here by themselves while you write: what it was is kept every few minutes, and before a new
              text takes its place. Name it as it is now to keep that for good.
            </EmptyState>
          ) : (
            <VersionDetail
              key={chosen.id}
              documentId={documentId}
              version={chosen}
              before={listed[chosenAt + 1] ?? null}
              renaming={renaming}
              onRename={() => setRenaming(true)}
              onRenamed={(name) => rename(chosen, name)}
              onRemove={() => remove(chosen)}
            />
          )}
        </div>
      </div>
      {menu === null || chosen === undefined ? null : (
        <ContextMenu label="Version" spot={menu} entries={entriesFor(chosen)} onClose={() => setMenu(null)} />
      )}
    </Dialog>
  );
}

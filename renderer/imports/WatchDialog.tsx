import { type FormEvent, useId, useState } from 'react';
import type { WatchedFolder } from '../../contract/index.ts';
import { useHost } from '../host/host.ts';
import { useShell } from '../shell/shell.tsx';
import { Button, Dialog, InlineError, TextField } from '../ui/index.ts';
import { Segmented } from '../versions/Segmented.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { ReportList } from './ReportList.tsx';
import styles from './WatchDialog.module.css';
import { watchSentences } from './watch-words.ts';
import { changeWatched, useWatched, watchFolder } from './watched.ts';

/** The folder whose new files come in by themselves: which it is, what came of it, and the naming of another. */
export function WatchDialog() {
  const watched = useWatched((state) => state.watched);
  const [naming, setNaming] = useState(false);
  if (watched !== null && !naming) return <Watched watched={watched} onOther={() => setNaming(true)} />;
  return <NameFolder onNamed={() => setNaming(false)} />;
}

function NameFolder({ onNamed }: { onNamed: () => void }) {
  const shell = useShell();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const inBrowser = useHost(({ state }) => state?.kind === 'browser');
  const [path, setPath] = useState('');
  const [present, setPresent] = useState<'leave' | 'take'>('leave');
  const [error, setError] = useState<unknown>(null);
  const form = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    try {
      if (await watchFolder(shell, { present: present === 'take', ...(inBrowser ? { path } : {}) })) onNamed();
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <Dialog
      title="Watch a folder"
      onClose={() => setOverlay(null)}
      footer={
        <>
          <Button variant="quiet" onPress={() => setOverlay(null)}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={form} isDisabled={inBrowser && path.trim() === ''} autoFocus={!inBrowser}>
            {inBrowser ? 'Watch' : 'Choose a folder…'}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className={styles.form}>
        <p className={styles.words}>
          New files in it, and in folders in it, come into this notebook by themselves while it is open; what came meanwhile, when it is
          opened again. The files stay where they are.
        </p>
        {inBrowser ? (
          <TextField
            label="Folder"
            autoFocus
            value={path}
            onChange={setPath}
            placeholder="~/Inbox"
            description="Its path on this machine, from the root or from ~. Hidden folders cannot be watched from a browser."
          />
        ) : null}
        <div className={styles.choice}>
          <Segmented
            label="Files that are in it now"
            value={present}
            onChange={setPresent}
            choices={[
              { id: 'leave', label: 'New files alone' },
              { id: 'take', label: 'Those in it now as well' },
            ]}
          />
        </div>
        {error === null ? null : <InlineError error={error} />}
      </form>
    </Dialog>
  );
}

function Watched({ watched, onOther }: { watched: WatchedFolder; onOther: () => void }) {
  const shell = useShell();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const openDocument = useWorkspace((state) => state.openDocument);
  const close = () => setOverlay(null);
  const { report, state } = watched;
  const isEmpty = report.imported.length + (report.filled?.length ?? 0) + report.skipped.length + report.failed.length === 0;
  const open = (documentId: string) => {
    close();
    openDocument(documentId);
  };
  return (
    <Dialog
      title="Watched folder"
      size="l"
      onClose={close}
      footer={
        <>
          {report.failed.length === 0 ? null : (
            <Button onPress={() => void changeWatched(shell, 'try-again')}>Try again what failed</Button>
          )}
          {isEmpty ? null : <Button onPress={() => void changeWatched(shell, 'clear')}>Clear the list</Button>}
          <Button variant="primary" onPress={close} autoFocus>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.head}>
        <p className={styles.folder} title={watched.folder}>
          {watched.folder}
        </p>
        <Button onPress={() => void changeWatched(shell, state === 'paused' ? 'go-on' : 'pause')}>
          {state === 'paused' ? 'Go on' : 'Pause'}
        </Button>
        <Button onPress={onOther}>Change…</Button>
        <Button onPress={() => void changeWatched(shell, 'stop')}>Stop watching</Button>
      </div>
      <p className={state === 'away' ? styles.away : styles.words} role="status">
        {watchSentences(watched)}
      </p>
      <ReportList report={report} onOpen={open} />
    </Dialog>
  );
}

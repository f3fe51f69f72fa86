import { useMemo } from 'react';
import type { Passage } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { useAsk } from '../engine/engine.tsx';
import { WatchStatus } from '../imports/WatchStatus.tsx';
import { languageName } from '../library/details/languages.ts';
import { useTimeline } from '../undo/timeline.ts';
import { type SaveState, useWorkspace } from '../workspace/workspace.ts';
import styles from './StatusBar.module.css';
import { useTurned } from './useUndoCommands.ts';

const count = new Intl.NumberFormat();
const noPassages: readonly Passage[] = [];

/** The foot of the window: how the open document stands, and what an undo would take back. */
export function StatusBar() {
  const documentId = useWorkspace((state) => state.documentId);
  return (
    <footer className={styles.bar}>
      {documentId === null ? null : <DocumentStatus documentId={documentId} />}
      <WatchStatus />
      <UndoStatus />
    </footer>
  );
}

function DocumentStatus({ documentId }: { documentId: string }) {
  const save = useWorkspace((state) => state.save);
  const words = useWorkspace((state) => state.words);
  const passageId = useWorkspace((state) => state.passageId);
  const { data: documents } = useAsk('documents.list', {});
  const { data: passages = noPassages } = useAsk('passages.list', { documentId });
  const language = documents?.find(({ id }) => id === documentId)?.language;
  const ordered = useMemo(
    () => passages.filter(({ state }) => state === 'anchored').toSorted((a, b) => a.start - b.start || a.end - b.end),
    [passages],
  );
  const at = ordered.findIndex(({ id }) => id === passageId);
  return (
    <>
      <span className={save.kind === 'unsaved' ? styles.unsaved : styles.save} role="status">
        {saveWords(save)}
      </span>
      <span>{words === 1 ? '1 word' : `${count.format(words)} words`}</span>
      {language === undefined ? null : <span>{languageName(language)}</span>}
      {ordered.length === 0 ? null : (
        <span>
          {at === -1
            ? `${count.format(ordered.length)} ${ordered.length === 1 ? 'passage' : 'passages'}`
            : `passage ${count.format(at + 1)} of ${count.format(ordered.length)}`}
        </span>
      )}
    </>
  );
}

function saveWords(save: SaveState): string {
  if (save.kind === 'saved') return 'Saved';
  return save.kind === 'saving' ? 'Saving…' : `Not saved: ${save.reason}`;
}

/** What was just taken back, or what can be. */
function UndoStatus() {
  const last = useTimeline((state) => state.done.at(-1));
  const { words, after } = useTurned();
  const turned = words !== null && after === last ? words : null;
  return (
    <span className={styles.end}>
      <span role="status">{turned}</span>
      {turned !== null || last === undefined ? null : (
        <button type="button" className={styles.undo} onClick={() => runCommand('edit.undo')}>
          {`Undo: ${last.label}`}
        </button>
      )}
    </span>
  );
}

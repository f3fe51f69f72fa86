import { FolderInput, FolderX } from 'lucide-react';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './WatchStatus.module.css';
import { watchLine } from './watch-words.ts';
import { useWatched, useWatchedKept } from './watched.ts';

/** Says at the foot of the window which folder is watched and what came of it; leads to more of it. */
export function WatchStatus() {
  useWatchedKept();
  const watched = useWatched((state) => state.watched);
  const setOverlay = useWorkspace((state) => state.setOverlay);
  if (watched === null) return null;
  const Icon = watched.state === 'away' ? FolderX : FolderInput;
  return (
    <button type="button" className={styles.status} data-state={watched.state} title={watched.folder} onClick={() => setOverlay('watch')}>
      <Icon aria-hidden size={13} className={styles.icon} />
      <span className={styles.words}>{watchLine(watched)}</span>
    </button>
  );
}

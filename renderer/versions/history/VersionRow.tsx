import { Bookmark, Clock, FileInput, RotateCcw } from 'lucide-react';
import type { VersionKind, VersionSummary } from '../../../contract/index.ts';
import { sizeText } from '../../ui/index.ts';
import { counted, versionTitle, whenText } from '../words.ts';
import styles from './VersionRow.module.css';

const icons = { automatic: Clock, named: Bookmark, 'before-update': FileInput, 'before-restore': RotateCcw } satisfies Record<
  VersionKind,
  unknown
>;

/** A version in the list: what it is called, when it was so and by whom, how long it is and how much room it takes. */
export function VersionRow({ version }: { version: VersionSummary }) {
  const Icon = icons[version.kind];
  return (
    <div className={styles.version} data-kind={version.kind}>
      <Icon aria-hidden size={14} className={styles.icon} />
      <span className={styles.title} dir="auto">
        {versionTitle(version)}
      </span>
      <span className={styles.fact}>{`${whenText(version.madeAt, 'medium')} · ${version.analyst}`}</span>
      <span className={styles.fact}>{`${counted(version.words, 'word')} · ${sizeText(version.size)}`}</span>
    </div>
  );
}

import { Pencil, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Progress, VersionSummary } from '../../../contract/index.ts';
import { useAsk } from '../../engine/engine.tsx';
import { IconButton, InlineError, RenameField } from '../../ui/index.ts';
import { Comparison } from '../comparison/Comparison.tsx';
import { Segmented } from '../Segmented.tsx';
import { type Against, useVersionsView } from '../versions-view.ts';
import { Working } from '../Working.tsx';
import { baseName, counted, versionTitle, whenText } from '../words.ts';
import styles from './VersionsDialog.module.css';

/** Milliseconds that a version is looked at before it is compared: who walks along the list is not kept waiting by a book. */
const settled = 180;

interface VersionDetailProps {
  documentId: string;
  version: VersionSummary;
  /** The one kept before it. */
  before: VersionSummary | null;
  renaming: boolean;
  onRename: () => void;
  onRenamed: (name: string | null) => void;
  onRemove: () => void;
}

/** One version: what it is, and what differs between it and the document as it is now, or the version before. */
export function VersionDetail({ documentId, version, before, renaming, onRename, onRenamed, onRemove }: VersionDetailProps) {
  const wanted = useVersionsView((view) => view.against);
  const against: Against = before === null ? 'present' : wanted;
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSettled(true), settled);
    return () => clearTimeout(timer);
  }, []);
  const pair = against === 'present' ? { from: version.id, to: null } : { from: before?.id ?? null, to: version.id };
  const [progress, setProgress] = useState<Progress | null>(null);
  const { data, error, isPlaceholderData } = useAsk('versions.compare', isSettled ? { documentId, ...pair } : null, setProgress);
  const facts = [
    `${whenText(version.madeAt, 'long')} · ${version.analyst}`,
    counted(version.words, 'word'),
    counted(version.passages, 'passage'),
    ...(version.original === null ? [] : [`from ${baseName(version.original.name)}`]),
  ];
  return (
    <>
      <div className={styles.head}>
        <div className={styles.name}>
          {renaming ? (
            <RenameField label="Name of the version" value={version.name} placeholder="A name keeps it for good" onDone={onRenamed} />
          ) : (
            <>
              <h3 className={styles.title} dir="auto">
                {versionTitle(version)}
              </h3>
              <IconButton label={version.name === '' ? 'Name this version' : 'Rename'} keys="F2" onPress={onRename}>
                <Pencil aria-hidden size={14} />
              </IconButton>
              <IconButton label="Delete this version" keys="Delete" onPress={onRemove}>
                <Trash2 aria-hidden size={14} />
              </IconButton>
            </>
          )}
        </div>
        <p className={styles.facts}>{facts.join(' · ')}</p>
        <Segmented
          label="Compare"
          value={against}
          onChange={(value) => useVersionsView.setState({ against: value })}
          choices={[
            { id: 'present', label: 'What was changed since' },
            { id: 'before', label: 'What it changed', isDisabled: before === null },
          ]}
        />
      </div>
      {error !== null ? (
        <InlineError error={error} />
      ) : data === undefined || isPlaceholderData ? (
        <Working label="Comparing" progress={progress} />
      ) : (
        <Comparison
          key={against}
          paragraphs={data.paragraphs}
          label={against === 'present' ? 'Changes since this version' : 'Changes from the version before'}
        />
      )}
    </>
  );
}

import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { DocumentSummary, Progress, Result } from '../../../contract/index.ts';
import { useAsk } from '../../engine/engine.tsx';
import { Button, Dialog, InlineError } from '../../ui/index.ts';
import { Comparison } from '../../versions/comparison/Comparison.tsx';
import { Working } from '../../versions/Working.tsx';
import { useWorkspace } from '../../workspace/workspace.ts';
import styles from './CopiesDialog.module.css';
import { CopyGroup } from './CopyGroup.tsx';

/** Groups that are shown; who has more begins with the largest. */
const mostShown = 200;

const number = new Intl.NumberFormat();

/** Two documents of a group, to be compared word by word. */
interface Pair {
  from: DocumentSummary;
  to: DocumentSummary;
}

/** Documents that are copies of one another, and what differs: five copies of one story are one source. */
export function CopiesDialog() {
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [pair, setPair] = useState<Pair | null>(null);
  const { data, error } = useAsk('similar.groups', { limit: mostShown }, setProgress);
  const close = () => setOverlay(null);
  if (pair !== null) {
    return (
      <Dialog
        title="What differs"
        size="l"
        onClose={close}
        footer={
          <Button variant="quiet" autoFocus onPress={() => setPair(null)}>
            <ArrowLeft aria-hidden size={14} /> Back to the copies
          </Button>
        }
      >
        <Differences pair={pair} />
      </Dialog>
    );
  }
  return (
    <Dialog title="Near-duplicates" size="m" onClose={close}>
      {error === null ? null : <InlineError error={error} />}
      {data === undefined ? (
        error === null && <Working label="Looking for copies" progress={progress} />
      ) : (
        <>
          <p className={styles.words} role="status">
            {groupsWords(data.all)}
          </p>
          {data.groups.map((group) => (
            <CopyGroup key={group.documents[0]?.id} group={group} onCompare={(from, to) => setPair({ from, to })} />
          ))}
        </>
      )}
    </Dialog>
  );
}

function groupsWords({ groups, documents }: Result<'similar.groups'>['all']): string {
  if (groups === 0) return 'No two documents share half of their text or more.';
  const stories = groups === 1 ? 'one story' : `${number.format(groups)} stories`;
  const shown = groups > mostShown ? ` The ${mostShown} with most copies are shown.` : '';
  return `${number.format(documents)} documents are copies of ${stories}: a story counts as one source, in however many papers it stands.${shown}`;
}

function Differences({ pair: { from, to } }: { pair: Pair }) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const { data, error, isPlaceholderData } = useAsk('similar.compare', { fromId: from.id, toId: to.id }, setProgress);
  return (
    <div className={styles.differences}>
      <p className={styles.words}>
        From <strong>{from.title}</strong> to <strong>{to.title}</strong>: what only the second has is underlined, what only the first has
        is struck through.
      </p>
      {error === null ? null : <InlineError error={error} />}
      {data === undefined || isPlaceholderData ? (
        error === null && <Working label="Comparing" progress={progress} />
      ) : (
        <Comparison paragraphs={data.paragraphs} label={`What differs between ${from.title} and ${to.title}`} />
      )}
    </div>
  );
}

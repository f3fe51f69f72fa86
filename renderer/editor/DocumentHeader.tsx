import { History, Info } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DocumentSummary, OriginalInfo } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { useEngine } from '../engine/engine.tsx';
import { ReadingNotices } from '../library/details/ReadingNotices.tsx';
import { GradeBadge } from '../passages/grading/GradeBadge.tsx';
import { SimilarChip } from '../similar/SimilarChip.tsx';
import { IconButton, notifyError } from '../ui/index.ts';
import { recordStep } from '../undo/timeline.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './DocumentHeader.module.css';
import { partialDate } from './partial-date.ts';

interface DocumentHeaderProps {
  document: DocumentSummary;
  /** The file that it comes from. */
  original: OriginalInfo | null;
  /** The text begins with the title as well: shown large once is enough. */
  isRepeated: boolean;
  onDone: () => void;
}

/** Title and source of the document; the title is changed in place. */
export function DocumentHeader({ document, original, isRepeated, onDone }: DocumentHeaderProps) {
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const { author, publisher, published } = document.source;
  const facts = [author, publisher, published === null ? '' : partialDate(published)].filter((fact) => fact !== '');
  return (
    <header className={styles.header} data-repeated={isRepeated || undefined}>
      <Title key={`${document.id} ${document.title}`} document={document} onDone={onDone} />
      <div className={styles.source}>
        <span className={styles.facts}>{facts.length === 0 ? 'Source not known' : facts.join(' · ')}</span>
        <GradeBadge grade={document.source} label="Grade of the source" onPress={() => setOverlay('details')} />
        <SimilarChip documentId={document.id} onPress={() => setOverlay('similar')} />
        <IconButton label="Versions" command="document.versions" onPress={() => runCommand('document.versions')}>
          <History aria-hidden size={15} />
        </IconButton>
        <IconButton label="Document details" command="document.details" onPress={() => setOverlay('details')}>
          <Info aria-hidden size={15} />
        </IconButton>
      </div>
      {original === null ? null : <ReadingNotices original={original} />}
    </header>
  );
}

/** Longest title the notebook takes. */
const longest = 500;

function Title({ document, onDone }: { document: DocumentSummary; onDone: () => void }) {
  const engine = useEngine();
  const field = useRef<HTMLTextAreaElement>(null);
  const [title, setTitle] = useState(document.title);
  /** What was asked to be kept: leaving the field after Enter must not ask again. */
  const kept = useRef(document.title);

  // Titles of reports are long: the field is as high as its lines.
  // biome-ignore lint/correctness/useExhaustiveDependencies: its height follows the words in it.
  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const fit = () => {
      element.style.height = 'auto';
      element.style.height = `${element.scrollHeight}px`;
    };
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, [title]);

  const keep = () => {
    const next = title.replace(/\s+/g, ' ').trim();
    if (next === '' || next === kept.current) {
      setTitle(kept.current);
      return;
    }
    kept.current = next;
    engine
      .call('documents.update', { documentId: document.id, title: next })
      .then(({ step }) => recordStep(engine, 'Rename the document', step, null), notifyError);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    // Leaving the field keeps what is in it.
    if (event.key === 'Escape') flushSync(() => setTitle(kept.current));
    onDone();
  };
  return (
    <textarea
      ref={field}
      className={styles.title}
      aria-label="Title"
      rows={1}
      maxLength={longest}
      lang={document.language}
      value={title}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}

import { useEffect, useState } from 'react';
import type { Progress, SimilarDocument } from '../../contract/index.ts';
import { useAsk } from '../engine/engine.tsx';
import { InlineError } from '../ui/index.ts';
import { Comparison } from '../versions/comparison/Comparison.tsx';
import { Working } from '../versions/Working.tsx';
import styles from './SimilarDialog.module.css';
import { alikeText } from './similar-words.ts';

/** Milliseconds that one is looked at before it is compared: who walks along the list is not kept waiting by a book. */
const settled = 180;

interface SimilarDetailProps {
  /** The document that the other is compared with. */
  documentId: string;
  similar: SimilarDocument;
}

/** What leads from the open document's text to that of its near-duplicate. */
export function SimilarDetail({ documentId, similar }: SimilarDetailProps) {
  const { id: toId, title } = similar.document;
  const [isSettled, setIsSettled] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setIsSettled(true), settled);
    return () => clearTimeout(timer);
  }, []);
  const { data, error, isPlaceholderData } = useAsk('similar.compare', isSettled ? { fromId: documentId, toId } : null, setProgress);
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.title} dir="auto">
          {title}
        </h3>
        <p className={styles.facts}>{`${alikeText(similar)} · what it adds to the open document and leaves out`}</p>
      </div>
      {error !== null ? (
        <InlineError error={error} />
      ) : data === undefined || isPlaceholderData ? (
        <Working label="Comparing" progress={progress} />
      ) : (
        <Comparison paragraphs={data.paragraphs} label={`What differs in “${title}”`} />
      )}
    </>
  );
}

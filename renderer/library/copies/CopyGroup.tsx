import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { DocumentSummary, SimilarGroup } from '../../../contract/index.ts';
import { Button } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { showPlace, useLibraryView } from '../library-view.ts';
import { sourceLine } from '../source-line.ts';
import styles from './CopiesDialog.module.css';

const number = new Intl.NumberFormat();
const share = new Intl.NumberFormat(undefined, { style: 'percent' });

interface CopyGroupProps {
  group: SimilarGroup;
  onCompare: (from: DocumentSummary, to: DocumentSummary) => void;
}

/** The copies of one story, to fold and unfold. */
export function CopyGroup({ group, onCompare }: CopyGroupProps) {
  const [isOpen, setOpen] = useState(false);
  const { openDocument, setOverlay } = useWorkspace.getState();
  const listId = useId();
  const copies = group.documents;
  const [first] = copies;
  if (first === undefined) return null;
  const open = (document: DocumentSummary) => {
    setOverlay(null);
    openDocument(document.id);
  };
  const select = () => {
    showPlace({ bin: false, collectionId: null });
    useLibraryView.setState({ filter: '', active: first.id, anchor: first.id });
    const { set } = useWorkspace.getState();
    set({ selectedDocumentIds: copies.map(({ id }) => id), libraryShown: true });
    setOverlay(null);
  };
  return (
    <section className={styles.group}>
      <div className={styles.heading}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight aria-hidden size={14} className={styles.chevron} />
          <span className={styles.title} lang={first.language}>
            {first.title}
          </span>
          <span className={styles.count}>{`${number.format(copies.length)} copies`}</span>
          <span className={styles.count}>{alikeWords(group)}</span>
        </button>
        <Button variant="quiet" onPress={select}>
          Select
        </Button>
      </div>
      {isOpen ? (
        <ul id={listId} className={styles.copies}>
          {copies.map((document) => (
            <li key={document.id} className={styles.copy}>
              <button type="button" className={styles.document} onClick={() => open(document)}>
                <span className={styles.title} lang={document.language}>
                  {document.title}
                </span>
                <span className={styles.source}>{sourceLine(document.source) || 'Nothing is known of its source'}</span>
              </button>
              {document.id === first.id ? (
                <span className={styles.share}>the earliest</span>
              ) : (
                <Button variant="quiet" aria-label={`What differs in ${document.title}`} onPress={() => onCompare(first, document)}>
                  What differs
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function alikeWords({ least, most }: SimilarGroup): string {
  const [from, to] = [share.format(least), share.format(most)];
  return from === to ? `${to} alike` : `${from} to ${to} alike`;
}

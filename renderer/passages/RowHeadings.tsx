import { useWorkspace } from '../workspace/workspace.ts';
import styles from './PassageList.module.css';
import type { RowHeading } from './rows.ts';

/** What stands above a card that begins a group. */
export function RowHeadings({ headings }: { headings: readonly RowHeading[] }) {
  if (headings.length === 0) return null;
  return headings.map((heading) =>
    heading.kind === 'document' ? (
      <DocumentHeading key="document" documentId={heading.documentId} title={heading.title} />
    ) : (
      <DetachedHeading key="detached" count={heading.count} />
    ),
  );
}

function DocumentHeading({ documentId, title }: { documentId: string; title: string }) {
  const openDocument = useWorkspace((state) => state.openDocument);
  return (
    <button type="button" className={styles.document} onClick={() => openDocument(documentId)} title={title}>
      {title}
    </button>
  );
}

function DetachedHeading({ count }: { count: number }) {
  return (
    <div className={styles.detached}>
      <h3>Detached · {new Intl.NumberFormat().format(count)}</h3>
      <p>
        {count === 1
          ? 'The text of this passage was edited away. Its quote, spheres and note are kept, and it'
          : 'The text of these passages was edited away. Their quotes, spheres and notes are kept, and each'}{' '}
        returns to its place if the text does. To put one elsewhere, select the words and choose Anchor here.
      </p>
    </div>
  );
}

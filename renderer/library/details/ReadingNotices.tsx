import { Info } from 'lucide-react';
import type { OriginalInfo } from '../../../contract/index.ts';
import { showOriginal } from '../document-actions.ts';
import styles from './ReadingNotices.module.css';
import { readingNotices } from './reading-notices.ts';

/** What the import had to say of a document, for as long as it comes from that file; nothing where all went well. */
export function ReadingNotices({ original }: { original: OriginalInfo }) {
  const notices = readingNotices(original);
  if (notices.length === 0) return null;
  return (
    <section className={styles.notices} aria-label="How it was read">
      <Info aria-hidden size={14} className={styles.sign} />
      <div className={styles.words}>
        {notices.map((notice) => (
          <p key={notice} className={styles.notice} title={notice}>
            {notice}
          </p>
        ))}
      </div>
      <button type="button" className={styles.show} onClick={showOriginal}>
        Show the original
      </button>
    </section>
  );
}

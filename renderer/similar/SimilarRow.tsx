import type { SimilarDocument } from '../../contract/index.ts';
import { sourceLine } from '../library/source-line.ts';
import styles from './SimilarRow.module.css';
import { alikeText } from './similar-words.ts';

/** A near-duplicate in the list: its title, where it came from, how alike it is. */
export function SimilarRow({ similar }: { similar: SimilarDocument }) {
  const { title, source } = similar.document;
  return (
    <div className={styles.row}>
      <span className={styles.title} dir="auto">
        {title}
      </span>
      <span className={styles.fact}>{sourceLine(source) || 'Source not known'}</span>
      <span className={styles.fact}>{alikeText(similar)}</span>
    </div>
  );
}

import type { DocumentSummary } from '../../../contract/index.ts';
import type { CopiesTold, Fold, Place } from '../copies/copies.ts';
import { FoldMark, foldProps } from '../copies/FoldMark.tsx';
import rowStyles from '../Rows.module.css';
import { sourceLine, sourceWords } from '../source-line.ts';
import type { RowProps } from '../useRows.tsx';
import styles from './DocumentList.module.css';

const count = new Intl.NumberFormat();
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
/** The language of most documents here, as far as the analyst's own settings tell: only others are worth a mark. */
const own = navigator.language.split('-')[0];

/** A document in the list: title, passages, copies, source, language; in the bin also since when. */
export function DocumentRow(props: RowProps) {
  const { id, document, place, isOpen, isSelected, isActive, copies, fold, onFold, onCopies, ...handlers } = props;
  const { title, language, passages, detached, source } = document;
  return (
    // Focus stays on the list, which names the active row and takes the keys.
    <div
      id={id}
      className={`${styles.row} ${rowStyles.row}`}
      aria-current={isOpen || undefined}
      {...roleProps(fold, isSelected, place)}
      data-document={document.id}
      data-active={isActive || undefined}
      draggable
      {...handlers}
    >
      {fold === null ? null : <FoldMark fold={fold} onFold={onFold} />}
      <span className={styles.title} lang={language} title={title}>
        {title}
      </span>
      {passages === 0 ? null : (
        <span className={styles.passages} title={passagesWords(passages, detached)}>
          {count.format(passages)}
          <span className={styles.unseen}>{passages === 1 ? ' passage' : ' passages'}</span>
        </span>
      )}
      <span className={styles.source} title={sourceWords(source)}>
        {copies === null ? null : (
          // biome-ignore lint/a11y/noStaticElementInteractions: a row of a list may hold no button.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the menu of the row does it by the keyboard.
          <span className={styles.copies} title="Copies are one source. See what differs" onClick={onCopies}>
            {copiesWords(copies)}
          </span>
        )}{' '}
        {aboutLine(document)}
      </span>
      {language === own || language === 'und' ? null : <span className={styles.language}>{language}</span>}
    </div>
  );
}

function roleProps(fold: Fold | null, isSelected: boolean, { index, count: all }: Place) {
  const props = { 'aria-selected': isSelected, 'aria-posinset': index + 1, 'aria-setsize': all };
  return fold === null ? { role: 'option', ...props } : { role: 'treeitem', ...props, ...foldProps(fold) };
}

function copiesWords({ all, here }: CopiesTold): string {
  return here < all ? `${count.format(here)} of ${count.format(all)} copies` : `${count.format(all)} copies`;
}

function aboutLine({ source, createdAt, deletedAt }: DocumentSummary): string {
  if (deletedAt === null) return sourceLine(source) || `Added ${day.format(new Date(createdAt))}`;
  return [`Moved here ${day.format(new Date(deletedAt))}`, sourceLine(source)].filter((part) => part !== '').join(' · ');
}

function passagesWords(passages: number, detached: number): string {
  const all = passages === 1 ? '1 passage' : `${count.format(passages)} passages`;
  return detached === 0 ? all : `${all}, ${count.format(detached)} detached`;
}

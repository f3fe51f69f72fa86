import type { DragEvent, MouseEvent } from 'react';
import type { DocumentSummary } from '../../../contract/index.ts';
import type { Fold } from '../copies/copies.ts';
import { FoldMark, foldProps } from '../copies/FoldMark.tsx';
import rowStyles from '../Rows.module.css';
import { sourceLine, sourceWords } from '../source-line.ts';
import styles from './DocumentList.module.css';

const count = new Intl.NumberFormat();
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
/** The language of most documents here, as far as the analyst's own settings tell: only others are worth a mark. */
const own = navigator.language.split('-')[0];

interface DocumentRowProps {
  id: string;
  document: DocumentSummary;
  place: { index: number; count: number };
  isOpen: boolean;
  isSelected: boolean;
  isActive: boolean;
  /** That the row tells of. */
  copies: number;
  /** Null where copies stand each in its own place. */
  fold: Fold | null;
  onFold: (event: MouseEvent) => void;
  onCopies: (event: MouseEvent) => void;
  onClick: (event: MouseEvent) => void;
  onContextMenu: (event: MouseEvent) => void;
  onDragStart: (event: DragEvent) => void;
}

/** A document in the list: title, passages, copies, source, language; in the bin also since when. */
export function DocumentRow({
  id,
  document,
  place,
  isOpen,
  isSelected,
  isActive,
  copies,
  fold,
  onFold,
  onCopies,
  ...rest
}: DocumentRowProps) {
  const { title, language, passages, detached, source } = document;
  return (
    // Focus stays on the list, which names the active row and takes the keys.
    <div
      id={id}
      className={`${styles.row} ${rowStyles.row}`}
      aria-current={isOpen || undefined}
      {...rowProps(fold, isSelected, place)}
      data-document={document.id}
      data-active={isActive || undefined}
      draggable
      {...rest}
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
        {copies === 0 ? null : (
          // biome-ignore lint/a11y/noStaticElementInteractions: a row of a list may hold no button.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the menu of the row does it by the keyboard.
          <span className={styles.copies} title="Copies are one source. See what differs" onClick={onCopies}>
            {`${count.format(copies)} copies`}
          </span>
        )}
        {aboutLine(document)}
      </span>
      {language === own || language === 'und' ? null : <span className={styles.language}>{language}</span>}
    </div>
  );
}

function rowProps(fold: Fold | null, isSelected: boolean, { index, count: all }: DocumentRowProps['place']) {
  const selected = { 'aria-selected': isSelected };
  if (fold !== null) return { role: 'treeitem', ...selected, ...foldProps(fold) };
  return { role: 'option', ...selected, 'aria-posinset': index + 1, 'aria-setsize': all };
}

function aboutLine({ source, createdAt, deletedAt }: DocumentSummary): string {
  if (deletedAt === null) return sourceLine(source) || `Added ${day.format(new Date(createdAt))}`;
  return [`Moved here ${day.format(new Date(deletedAt))}`, sourceLine(source)].filter((part) => part !== '').join(' · ');
}

function passagesWords(passages: number, detached: number): string {
  const all = passages === 1 ? '1 passage' : `${count.format(passages)} passages`;
  return detached === 0 ? all : `${all}, ${count.format(detached)} detached`;
}

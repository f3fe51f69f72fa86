import type { DragEvent, MouseEvent } from 'react';
import type { DocumentSummary } from '../../contract/index.ts';
import styles from './DocumentList.module.css';
import { sourceLine, sourceWords } from './source-line.ts';

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
  onClick: (event: MouseEvent) => void;
  onContextMenu: (event: MouseEvent) => void;
  onDragStart: (event: DragEvent) => void;
}

/** A document in the list: title, passages, source, language; in the bin also since when. */
export function DocumentRow({ id, document, place, isOpen, isSelected, isActive, onClick, onContextMenu, onDragStart }: DocumentRowProps) {
  const { title, language, passages, detached, source } = document;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list, which names the active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      id={id}
      className={styles.row}
      role="option"
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      aria-posinset={place.index + 1}
      aria-setsize={place.count}
      data-document={document.id}
      data-active={isActive || undefined}
      draggable
      onClick={onClick}
      onContextMenu={onContextMenu}
      onDragStart={onDragStart}
    >
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
        {aboutLine(document)}
      </span>
      {language === own || language === 'und' ? null : <span className={styles.language}>{language}</span>}
    </div>
  );
}

function aboutLine({ source, createdAt, deletedAt }: DocumentSummary): string {
  if (deletedAt === null) return sourceLine(source) || `Added ${day.format(new Date(createdAt))}`;
  return [`Moved here ${day.format(new Date(deletedAt))}`, sourceLine(source)].filter((part) => part !== '').join(' · ');
}

function passagesWords(passages: number, detached: number): string {
  const all = passages === 1 ? '1 passage' : `${count.format(passages)} passages`;
  return detached === 0 ? all : `${all}, ${count.format(detached)} detached`;
}

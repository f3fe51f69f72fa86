import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import type { QueryProblem } from '../../../contract/index.ts';
import { queryParts } from './query-text.ts';
import styles from './SearchBox.module.css';

interface SearchBoxProps {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  /** What is typed, and where the caret stands in it. */
  onChange: (text: string, caret: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** What is underlined. */
  problems: readonly QueryProblem[];
  /** The list below that the arrows move in; null where there is none. */
  list: { id: string; activeId: string | undefined } | null;
  /** What says what is wrong. */
  describedBy: string;
  /** Buttons behind the field. */
  children: ReactNode;
}

/** Where a search is typed. What is not understood is underlined, and fields are tinted, by a copy of the text behind the field. */
export function SearchBox({ field, text, onChange, onKeyDown, problems, list, describedBy, children }: SearchBoxProps) {
  const painted = useRef<HTMLDivElement>(null);
  const follow = () => {
    if (painted.current !== null && field.current !== null) painted.current.scrollLeft = field.current.scrollLeft;
  };
  useLayoutEffect(follow);
  return (
    <div className={styles.bar}>
      <Search aria-hidden size={16} className={styles.glass} />
      <div className={styles.box}>
        <div ref={painted} aria-hidden className={styles.painted}>
          {queryParts(text, problems).map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place.
            <span key={index} className={styles[part.kind]}>
              {part.text}
            </span>
          ))}
        </div>
        <input
          ref={field}
          role="combobox"
          aria-label="Search the notebook"
          aria-expanded={list !== null}
          {...(list === null ? {} : { 'aria-controls': list.id, 'aria-autocomplete': 'list' })}
          {...(list?.activeId === undefined ? {} : { 'aria-activedescendant': list.activeId })}
          aria-describedby={describedBy}
          aria-invalid={problems.length > 0}
          placeholder="Search documents, passages and notes"
          spellCheck={false}
          autoComplete="off"
          // It opens because a key asked for it: the next keys belong to its field.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus
          onFocus={(event) => event.target.select()}
          value={text}
          onChange={({ target }) => onChange(target.value, target.selectionStart ?? target.value.length)}
          onSelect={({ currentTarget }) => {
            follow();
            if (currentTarget.selectionStart !== null) onChange(currentTarget.value, currentTarget.selectionStart);
          }}
          onScroll={follow}
          onKeyDown={onKeyDown}
        />
      </div>
      {children}
    </div>
  );
}

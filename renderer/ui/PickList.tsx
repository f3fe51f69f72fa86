import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Kbd } from './Kbd.tsx';
import styles from './PickList.module.css';

export interface Pick {
  id: string;
  label: string;
  /** Stands before the label, fainter: the path of a sphere. */
  before?: string;
  /** Stands after the label, fainter: the group of a command. */
  after?: string;
  icon?: ReactNode;
  keys?: string | null;
}

interface PickListProps {
  /** Names the field. */
  label: string;
  placeholder: string;
  /** What there is to pick for what was typed, best first. */
  find: (typed: string) => readonly Pick[];
  onPick: (id: string) => void;
  /** Says that nothing was found. */
  nothing: string;
}

/** A field to type in and a list below it: arrows move, Enter or a press picks. */
export function PickList({ label, placeholder, find, onPick, nothing }: PickListProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const picks = find(typed.trim());
  const active = Math.min(at, picks.length - 1);

  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = picks.length - 1;
    if (event.key === 'ArrowDown') setAt(active === last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setAt(active === 0 ? last : active - 1);
    else if (event.key === 'PageDown') setAt(Math.min(last, active + 10));
    else if (event.key === 'PageUp') setAt(Math.max(0, active - 10));
    else if (event.key === 'Enter') {
      const pick = picks[active];
      if (pick !== undefined) onPick(pick.id);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        className={styles.field}
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        {...(picks.length === 0 ? {} : { 'aria-activedescendant': `${id}-${active}` })}
        placeholder={placeholder}
        spellCheck={false}
        // It opens because a key asked for it: the next keys belong to its field.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} role="listbox" aria-label={label} className={styles.list}>
        {picks.map((pick, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
          <div
            key={pick.id}
            id={`${id}-${index}`}
            data-index={index}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            onPointerMove={() => setAt(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(pick.id)}
          >
            {pick.icon}
            <span className={styles.label}>
              {pick.before === undefined ? null : <span className={styles.before}>{pick.before}</span>}
              {pick.label}
              {pick.after === undefined ? null : <span className={styles.after}>{pick.after}</span>}
            </span>
            {pick.keys ? <Kbd keys={pick.keys} /> : null}
          </div>
        ))}
      </div>
      {picks.length === 0 ? <p className={styles.nothing}>{nothing}</p> : null}
    </>
  );
}

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useEngine } from '../../engine/engine.tsx';
import { Kbd } from '../../ui/index.ts';
import styles from './SaveSearch.module.css';
import { saveSearch } from './saved-searches.ts';

/** Asks for the name that a search is kept by, in the place of the suggestions. */
export function SaveSearch({ text, onDone }: { text: string; onDone: () => void }) {
  const engine = useEngine();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    const name = event.currentTarget.value.trim();
    if (event.key === 'Enter' && name !== '') void saveSearch(engine, name, text);
    onDone();
  };
  return (
    <div className={styles.row}>
      <label className={styles.label}>
        Save it as
        <input
          ref={field}
          className={styles.field}
          aria-label="Name of the search"
          defaultValue={text}
          // It stands here because a key asked for it.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus
          onKeyDown={onKeyDown}
          onBlur={onDone}
        />
      </label>
      <Kbd keys="Enter" />
    </div>
  );
}

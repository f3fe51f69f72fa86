import { Search } from 'lucide-react';
import { Input, SearchField } from 'react-aria-components';
import styles from './Library.module.css';
import { useLibraryView } from './library-view.ts';

/** A field that narrows the list as one types. `found` says how far. */
export function Filter({ found }: { found: string }) {
  const filter = useLibraryView((view) => view.filter);
  return (
    <SearchField
      className={styles.filter ?? ''}
      aria-label="Filter the documents by title and source"
      value={filter}
      onChange={(typed) => useLibraryView.setState({ filter: typed })}
      onKeyDown={(event) => {
        if ((event.key !== 'ArrowDown' && event.key !== 'Enter') || event.nativeEvent.isComposing) event.continuePropagation();
        else toRows(event.currentTarget);
      }}
    >
      <Search aria-hidden size={14} className={styles.lens} />
      <Input className={styles.input ?? ''} placeholder="Filter" />
      <span className={styles.found} role="status">
        {found}
      </span>
    </SearchField>
  );
}

/** From the field down to what it found. */
function toRows(field: Element): void {
  field.closest('section')?.querySelector<HTMLElement>('[data-pane-focus]')?.focus();
}

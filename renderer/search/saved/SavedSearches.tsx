import { Search, Share, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import type { SavedSearch } from '../../../contract/index.ts';
import { useAsk, useEngine } from '../../engine/engine.tsx';
import { openExport } from '../../exports/export-session.ts';
import { ContextMenu, type MenuEntry, movedTo, RenameField, type Spot } from '../../ui/index.ts';
import section from '../../ui/Section.module.css';
import { openSearch, searchFor } from '../search-session.ts';
import styles from './SavedSearches.module.css';
import { removeSearch, renameSearch } from './saved-searches.ts';

/** The searches kept by name, to search again; there as soon as there is one. */
export function SavedSearches() {
  const engine = useEngine();
  const { data: searches = [] } = useAsk('searches.list', {});
  const [activeId, setActiveId] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ id: string; spot: Spot } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  if (searches.length === 0) return null;

  const at = Math.max(
    0,
    searches.findIndex((search) => search.id === activeId),
  );
  const active = searches[at];
  const run = ({ text }: SavedSearch) => {
    searchFor(text);
    openSearch('results');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || active === undefined) return;
    const to = movedTo(event.key, { at, count: searches.length, page: searches.length });
    if (to !== null) setActiveId(searches[to]?.id ?? null);
    else if (event.key === 'Enter' || event.key === ' ') run(active);
    else if (event.key === 'F2') setRenaming(active.id);
    else if (event.key === 'Delete') void removeSearch(engine, active);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const row = document.getElementById(`${id}-${active.id}`)?.getBoundingClientRect();
      if (row !== undefined) setMenu({ id: active.id, spot: { x: row.left + 24, y: row.bottom } });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onContextMenu = (event: MouseEvent, search: SavedSearch) => {
    event.preventDefault();
    setActiveId(search.id);
    setMenu({ id: search.id, spot: { x: event.clientX, y: event.clientY } });
  };
  const entriesOf = (search: SavedSearch): MenuEntry[] => [
    { id: 'search', label: 'Search', keys: 'Enter', icon: <Search aria-hidden />, run: () => run(search) },
    { id: 'rename', label: 'Rename', keys: 'F2', run: () => setRenaming(search.id) },
    {
      id: 'export',
      label: 'Export what it finds…',
      icon: <Share aria-hidden />,
      run: () => openExport({ kind: 'search', query: { text: search.text } }),
    },
    'line',
    {
      id: 'remove',
      label: 'Remove',
      keys: 'Delete',
      danger: true,
      icon: <Trash2 aria-hidden />,
      run: () => void removeSearch(engine, search),
    },
  ];
  const menuFor = searches.find((search) => search.id === menu?.id);
  const renamed = searches.find((search) => search.id === renaming);

  return (
    <section className={styles.section} data-pane="searches" aria-labelledby={`${id}-title`}>
      <div className={section.header}>
        <h2 id={`${id}-title`} className={section.title}>
          Saved searches
        </h2>
      </div>
      {renamed === undefined ? null : (
        // In the place of the list: a choice of a listbox may hold no field.
        <div className={styles.rename}>
          <RenameField
            label="Name of the search"
            value={renamed.name}
            onDone={(name) => {
              setRenaming(null);
              if (name !== null) void renameSearch(engine, renamed, name);
              requestAnimationFrame(() => list.current?.focus());
            }}
          />
        </div>
      )}
      <div
        ref={list}
        className={styles.list}
        role="listbox"
        aria-labelledby={`${id}-title`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {searches.map((search) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list, which names the active row.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
          <div
            key={search.id}
            id={`${id}-${search.id}`}
            className={styles.search}
            role="option"
            aria-selected={search.id === active?.id}
            title={search.text}
            onClick={() => {
              setActiveId(search.id);
              run(search);
            }}
            onContextMenu={(event) => onContextMenu(event, search)}
          >
            <Search aria-hidden size={13} />
            <span className={styles.name}>{search.name}</span>
          </div>
        ))}
      </div>
      {menu === null || menuFor === undefined ? null : (
        <ContextMenu label={menuFor.name} spot={menu.spot} entries={entriesOf(menuFor)} onClose={() => setMenu(null)} />
      )}
    </section>
  );
}

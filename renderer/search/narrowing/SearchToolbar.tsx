import { ListFilter } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ConcordanceSort, SearchSort } from '../../../contract/index.ts';
import { Select, type SelectChoice } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { useSearchSession } from '../search-session.ts';
import toggles from '../Toggles.module.css';
import styles from './SearchToolbar.module.css';
import { useNarrowing } from './use-narrowing.ts';

const kinds = [
  ['all', 'All'],
  ['document', 'Documents'],
  ['passage', 'Passages'],
  ['note', 'Notes'],
] as const;

const sorts: readonly SelectChoice<SearchSort>[] = [
  { id: 'relevance', label: 'Best first' },
  { id: 'date', label: 'Newest first' },
  { id: 'document', label: 'By document' },
];

const concordanceSorts: readonly SelectChoice<ConcordanceSort>[] = [
  { id: 'document', label: 'By document' },
  { id: 'before', label: 'By what precedes' },
  { id: 'hit', label: 'By the words found' },
  { id: 'after', label: 'By what follows' },
];

/** What a search is limited to, and its order. */
export function SearchToolbar() {
  const { view, kind, inDocument, sort, concordanceSort } = useSearchSession();
  const documentId = useWorkspace((state) => state.documentId);
  const { isShown, toggle } = useNarrowing();
  return (
    <div className={styles.toolbar}>
      <ToggleButton isSelected={isShown} onChange={toggle} className={toggles.toggle ?? ''}>
        <ListFilter aria-hidden size={14} />
        Narrow
      </ToggleButton>
      <span className={styles.line} />
      {view === 'concordance' ? null : (
        <ToggleButtonGroup
          aria-label="What to look for"
          className={toggles.group ?? ''}
          disallowEmptySelection
          selectedKeys={[kind]}
          onSelectionChange={(keys) => {
            const chosen = kinds.find(([id]) => keys.has(id));
            if (chosen !== undefined) useSearchSession.setState({ kind: chosen[0] });
          }}
        >
          {kinds.map(([id, label]) => (
            <ToggleButton key={id} id={id} className={toggles.toggle ?? ''}>
              {label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      {documentId === null ? null : (
        <ToggleButton
          isSelected={inDocument}
          onChange={(chosen) => useSearchSession.setState({ inDocument: chosen })}
          className={toggles.toggle ?? ''}
        >
          In this document
        </ToggleButton>
      )}
      <span className={styles.space} />
      {view === 'concordance' ? (
        <Select
          label="Order"
          hideLabel
          variant="quiet"
          choices={concordanceSorts}
          value={concordanceSort}
          onChange={(id) => useSearchSession.setState({ concordanceSort: id })}
        />
      ) : (
        <Select
          label="Order"
          hideLabel
          variant="quiet"
          choices={sorts}
          value={sort}
          onChange={(id) => useSearchSession.setState({ sort: id })}
        />
      )}
    </div>
  );
}

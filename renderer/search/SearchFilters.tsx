import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Sphere } from '../../contract/index.ts';
import { SphereMenu } from '../codebook/SphereMenu.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './SearchFilters.module.css';
import { type SearchSession, useSearchSession } from './search-session.ts';

const kinds = [
  ['all', 'All'],
  ['document', 'Documents'],
  ['passage', 'Passages'],
  ['note', 'Notes'],
] as const;

/** What a search is limited to. */
export function SearchFilters({ spheres, onChange }: { spheres: readonly Sphere[]; onChange: () => void }) {
  const { kind, sphereIds, inDocument } = useSearchSession();
  const documentId = useWorkspace((state) => state.documentId);
  const change = (patch: Partial<SearchSession>) => {
    useSearchSession.setState(patch);
    onChange();
  };
  return (
    <div className={styles.filters}>
      <ToggleButtonGroup
        aria-label="What to look for"
        className={styles.kinds ?? ''}
        disallowEmptySelection
        selectedKeys={[kind]}
        onSelectionChange={(keys) => {
          const chosen = kinds.find(([id]) => keys.has(id));
          if (chosen !== undefined) change({ kind: chosen[0] });
        }}
      >
        {kinds.map(([id, label]) => (
          <ToggleButton key={id} id={id} className={styles.toggle ?? ''}>
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <span className={styles.space} />
      <SphereMenu spheres={spheres} selected={sphereIds} onChange={(chosen) => change({ sphereIds: chosen })} none="All spheres" />
      {documentId === null ? null : (
        <ToggleButton isSelected={inDocument} onChange={(chosen) => change({ inDocument: chosen })} className={styles.toggle ?? ''}>
          This document
        </ToggleButton>
      )}
    </div>
  );
}

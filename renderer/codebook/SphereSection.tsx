import { Check } from 'lucide-react';
import { Header, MenuItem, MenuSection } from 'react-aria-components';
import type { Sphere } from '../../contract/index.ts';
import { SphereDot } from '../ui/index.ts';
import menu from '../ui/Menu.module.css';
import styles from './SphereMenu.module.css';

export interface SphereSectionProps {
  spheres: readonly Sphere[];
  selected: readonly string[];
  /** Ids in the order of the codebook. */
  onChange: (sphereIds: string[]) => void;
}

/** The part of a menu where spheres are turned on and off; the menu stays open for several. */
export function SphereSection({ spheres, selected, onChange }: SphereSectionProps) {
  return (
    <MenuSection
      className={styles.section ?? ''}
      selectionMode="multiple"
      selectedKeys={selected}
      onSelectionChange={(keys) => onChange(spheres.map(({ id }) => id).filter((id) => keys === 'all' || keys.has(id)))}
      shouldCloseOnSelect={false}
    >
      <Header className={styles.header ?? ''}>Spheres</Header>
      {spheres.map((sphere) => (
        <MenuItem key={sphere.id} id={sphere.id} textValue={sphere.name} className={menu.item ?? ''}>
          {({ isSelected }) => (
            <>
              <span className={styles.tick}>{isSelected ? <Check aria-hidden size={14} /> : null}</span>
              <SphereDot sphere={sphere} />
              <span className={styles.name}>{sphere.name}</span>
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

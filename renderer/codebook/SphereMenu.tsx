import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuTrigger, Popover } from 'react-aria-components';
import { SphereDot } from '../ui/index.ts';
import menu from '../ui/Menu.module.css';
import styles from './SphereMenu.module.css';
import { SphereSection, type SphereSectionProps } from './SphereSection.tsx';

/** A button that says which spheres are chosen, and the menu that changes them. */
export function SphereMenu({ spheres, selected, onChange, none }: SphereSectionProps & { none: string }) {
  const chosen = spheres.filter(({ id }) => selected.includes(id));
  const words = chosen.length === 0 ? none : chosen.length > 2 ? `${chosen.length} spheres` : chosen.map(({ name }) => name).join(', ');
  return (
    <MenuTrigger>
      <Button className={styles.button ?? ''} aria-label={`Spheres: ${words}`}>
        {chosen.slice(0, 3).map((sphere) => (
          <SphereDot key={sphere.id} sphere={sphere} />
        ))}
        <span className={styles.name}>{words}</span>
        <ChevronDown aria-hidden size={14} className={styles.chevron} />
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom start" offset={4}>
        <Menu aria-label="Spheres" className={menu.menu ?? ''}>
          <SphereSection spheres={spheres} selected={selected} onChange={onChange} />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

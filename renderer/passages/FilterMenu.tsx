import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, type Selection } from 'react-aria-components';
import type { Sphere } from '../../contract/index.ts';
import { SphereDot } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './FilterMenu.module.css';
import { filterWords, type PassageScope, type PassageState, usePassagesView } from './passages-view.ts';

const scopes: readonly [PassageScope, string][] = [
  ['document', 'This document'],
  ['notebook', 'Whole notebook'],
];
const states: readonly [PassageState, string][] = [
  ['all', 'Anchored and detached'],
  ['anchored', 'Anchored only'],
  ['detached', 'Detached only'],
];

/** What the list is limited to, in words, and the menu that changes it; the menu stays open for several changes. */
export function FilterMenu({ spheres }: { spheres: readonly Sphere[] }) {
  const { scope, state } = usePassagesView();
  const sphereFilter = useWorkspace((workspace) => workspace.sphereFilter);
  const set = useWorkspace((workspace) => workspace.set);
  const words = filterWords({ scope, state }, sphereFilter, spheres);
  return (
    <MenuTrigger>
      <Button className={styles.button ?? ''} aria-label={`Which passages: ${words}`}>
        <span className={styles.words}>{words}</span>
        <ChevronDown aria-hidden size={14} />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Menu aria-label="Which passages" className={styles.menu ?? ''}>
          <Choices title="From" chosen={scope} choices={scopes} onChoose={(chosen) => usePassagesView.setState({ scope: chosen })} />
          <Choices title="State" chosen={state} choices={states} onChoose={(chosen) => usePassagesView.setState({ state: chosen })} />
          {spheres.length === 0 ? null : (
            <MenuSection
              className={styles.section ?? ''}
              selectionMode="multiple"
              selectedKeys={sphereFilter}
              onSelectionChange={(keys) => set({ sphereFilter: chosenOf(keys, spheres) })}
              shouldCloseOnSelect={false}
            >
              <Header className={styles.header ?? ''}>Spheres</Header>
              {spheres.map((sphere) => (
                <Item key={sphere.id} id={sphere.id} name={sphere.name} icon={<SphereDot sphere={sphere} />} />
              ))}
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface ChoicesProps<K extends string> {
  title: string;
  chosen: K;
  choices: readonly (readonly [K, string])[];
  onChoose: (chosen: K) => void;
}

function Choices<K extends string>({ title, chosen, choices, onChoose }: ChoicesProps<K>) {
  return (
    <MenuSection
      className={styles.section ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const choice = choices.find(([id]) => keys !== 'all' && keys.has(id));
        if (choice !== undefined) onChoose(choice[0]);
      }}
      shouldCloseOnSelect={false}
    >
      <Header className={styles.header ?? ''}>{title}</Header>
      {choices.map(([id, name]) => (
        <Item key={id} id={id} name={name} />
      ))}
    </MenuSection>
  );
}

function Item({ id, name, icon }: { id: string; name: string; icon?: ReactNode }) {
  return (
    <MenuItem id={id} textValue={name} className={styles.item ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={styles.tick}>{isSelected ? <Check aria-hidden size={14} /> : null}</span>
          {icon}
          <span className={styles.name}>{name}</span>
        </>
      )}
    </MenuItem>
  );
}

function chosenOf(keys: Selection, spheres: readonly Sphere[]): string[] {
  return spheres.map(({ id }) => id).filter((id) => keys === 'all' || keys.has(id));
}

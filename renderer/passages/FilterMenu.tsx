import { Check, ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, Dialog, Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import type { Sphere } from '../../contract/index.ts';
import sphereMenu from '../codebook/SphereMenu.module.css';
import { SphereSection } from '../codebook/SphereSection.tsx';
import menu from '../ui/Menu.module.css';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './FilterMenu.module.css';
import { GradeFilterPart } from './grading/GradeFilterPart.tsx';
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

/** What the list is limited to, in words, and what changes it, which stays open for several changes. */
export function FilterMenu({ spheres }: { spheres: readonly Sphere[] }) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const view = usePassagesView();
  const { scope, state } = view;
  const sphereFilter = useWorkspace((workspace) => workspace.sphereFilter);
  const set = useWorkspace((workspace) => workspace.set);
  const words = filterWords(view, sphereFilter, spheres);
  return (
    <>
      <Button
        ref={button}
        className={`${sphereMenu.button} ${styles.button}`}
        aria-label={`Which passages: ${words}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPress={() => setOpen(true)}
      >
        <span className={sphereMenu.name}>{words}</span>
        <ChevronDown aria-hidden size={14} className={sphereMenu.chevron} />
      </Button>
      <Popover
        triggerRef={button}
        isOpen={open}
        onOpenChange={setOpen}
        className={`${menu.popover} ${styles.popover}`}
        placement="bottom end"
        offset={4}
      >
        <Dialog aria-label="Which passages" className={styles.dialog ?? ''}>
          <Menu aria-label="From where, which spheres" className={`${menu.menu} ${styles.menu}`} autoFocus="first">
            <Choices title="From" chosen={scope} choices={scopes} onChoose={(chosen) => usePassagesView.setState({ scope: chosen })} />
            <Choices title="State" chosen={state} choices={states} onChoose={(chosen) => usePassagesView.setState({ state: chosen })} />
            {spheres.length === 0 ? null : (
              <SphereSection spheres={spheres} selected={sphereFilter} onChange={(chosen) => set({ sphereFilter: chosen })} />
            )}
          </Menu>
          <GradeFilterPart />
        </Dialog>
      </Popover>
    </>
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
      className={sphereMenu.section ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const choice = choices.find(([id]) => keys !== 'all' && keys.has(id));
        if (choice !== undefined) onChoose(choice[0]);
      }}
      shouldCloseOnSelect={false}
    >
      <Header className={sphereMenu.header ?? ''}>{title}</Header>
      {choices.map(([id, name]) => (
        <MenuItem key={id} id={id} textValue={name} className={menu.item ?? ''}>
          {({ isSelected }) => (
            <>
              <span className={sphereMenu.tick}>{isSelected ? <Check aria-hidden size={14} /> : null}</span>
              {name}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

import { FileDown, Plus, Trash2, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Button as AriaButton, Tag, TagGroup, TagList } from 'react-aria-components';
import type { AliasGroup } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { isKey } from '../commands/keys.ts';
import { useAsk, useEngine } from '../engine/engine.tsx';
import { useShell } from '../shell/shell.tsx';
import { Button, Dialog, IconButton, InlineError, onMac, TextField } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './AliasesDialog.module.css';
import { addGroup, importNames, namesIn, setNames } from './alias-actions.ts';

/** Names of one person, place or thing, in any script: searching for one of them finds all. */
export function AliasesDialog() {
  const engine = useEngine();
  const shell = useShell();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const { data: groups, error } = useAsk('aliases.list', {});
  const close = () => setOverlay(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.value !== '') return;
    if (isKey(event, 'Mod+Z', onMac)) runCommand('edit.undo');
    else if (isKey(event, 'Mod+Shift+Z', onMac)) runCommand('edit.redo');
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      title="Names that are one"
      onClose={close}
      footer={
        <>
          <span className={styles.hint}>CSV: a group a row, a name a cell</span>
          <Button onPress={() => void importNames(engine, shell)}>
            <FileDown aria-hidden size={14} />
            Import CSV…
          </Button>
          <Button variant="primary" onPress={close}>
            Done
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: undo is for all that is in it. */}
      <div className={styles.body} onKeyDown={onKeyDown}>
        <p className={styles.words}>
          A search for one name of a group finds all of them, each in every form it takes. A group can be left out of a single search.
        </p>
        {error === null ? null : <InlineError error={error} />}
        <NewGroup />
        <ul className={styles.groups} aria-label="Groups of names">
          {groups?.toReversed().map((group) => (
            <li key={group.id}>
              <Group group={group} />
            </li>
          ))}
        </ul>
        {groups?.length === 0 ? <p className={styles.nothing}>Xi Jinping, Си Цзиньпин, 习近平 – type such names above.</p> : null}
      </div>
    </Dialog>
  );
}

function NewGroup() {
  const engine = useEngine();
  const [typed, setTyped] = useState('');
  const names = namesIn(typed);
  const add = async () => {
    if (names.length > 1 && (await addGroup(engine, names))) setTyped('');
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField label="New group" hideLabel placeholder="Names, with commas between them" value={typed} onChange={setTyped} autoFocus />
      <Button type="submit" isDisabled={names.length < 2}>
        <Plus aria-hidden size={14} />
        Add
      </Button>
    </form>
  );
}

function Group({ group }: { group: AliasGroup }) {
  const engine = useEngine();
  const [typed, setTyped] = useState('');
  const { names } = group;
  const add = async () => {
    const more = namesIn(typed);
    setTyped('');
    if (more.length > 0) await setNames(engine, group, [...names, ...more]);
  };
  return (
    <div className={styles.group}>
      <div className={styles.all}>
        <TagGroup
          aria-label={`Names of ${names[0]}`}
          className={styles.names ?? ''}
          onRemove={(keys) =>
            void setNames(
              engine,
              group,
              names.filter((name) => !keys.has(name)),
            )
          }
        >
          <TagList className={styles.list ?? ''} items={names.map((name) => ({ id: name }))}>
            {({ id }) => (
              <Tag textValue={id} className={styles.name ?? ''}>
                {id}
                <AriaButton slot="remove" className={styles.remove ?? ''}>
                  <X aria-hidden size={12} />
                </AriaButton>
              </Tag>
            )}
          </TagList>
        </TagGroup>
        <input
          className={styles.more}
          aria-label={`Another name of ${names[0]}`}
          placeholder="Another name"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void add()}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') void add();
          }}
        />
      </div>
      <IconButton label={`These are not one: ${names.join(', ')}`} onPress={() => void setNames(engine, group, [])}>
        <Trash2 aria-hidden />
      </IconButton>
    </div>
  );
}

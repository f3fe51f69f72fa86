import { type CommandGroup, commandIds, commands } from '../../contract/index.ts';
import { Dialog, Kbd } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './Shortcuts.module.css';

/** Keys that are no command's: they depend on where they are pressed. */
const alsoKeys: readonly { group: CommandGroup; title: string; keys: readonly string[] }[] = [
  { group: 'Passage', title: 'Tag the selection with a sphere', keys: ['1', '…', '9'] },
  { group: 'Go', title: 'One step back', keys: ['Escape'] },
  { group: 'Go', title: 'Along a list, or type its first letters', keys: ['ArrowUp', 'ArrowDown'] },
  { group: 'Edit', title: 'Rename a document or a sphere', keys: ['F2'] },
  { group: 'Edit', title: 'Move a document to the bin, delete a sphere', keys: ['Delete'] },
  { group: 'Edit', title: 'Menu of a document or a sphere', keys: ['Shift+F10'] },
  { group: 'Edit', title: 'Move a sphere among its siblings', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { group: 'Edit', title: 'Move a sphere out of, or into, another', keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
];

const groups: readonly CommandGroup[] = ['Passage', 'Go', 'Edit', 'Text', 'Notebook', 'View', 'Help'];

/** Every key, by group. */
export function Shortcuts() {
  const setOverlay = useWorkspace((state) => state.setOverlay);
  return (
    <Dialog title="Keyboard shortcuts" size="l" readOnly onClose={() => setOverlay(null)}>
      <div className={styles.sheet}>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl>
              {rowsOf(group).map(({ title, keys }) => (
                <div key={title} className={styles.row}>
                  <dt>{title}</dt>
                  <dd className={styles.keys}>
                    {keys.map((key) => (
                      <Kbd key={key} keys={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function rowsOf(group: CommandGroup): { title: string; keys: readonly string[] }[] {
  const own = commandIds.flatMap((id) => {
    const command = commands[id];
    return command.group === group && command.key !== null ? [{ title: command.title, keys: [command.key] }] : [];
  });
  return [...alsoKeys.filter((other) => other.group === group), ...own];
}

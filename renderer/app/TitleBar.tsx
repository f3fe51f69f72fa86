import { ChevronDown, FileDown, FileUp, Monitor, Moon, PanelLeft, PanelRight, Search, Sun } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { type CommandId, commands } from '../../contract/index.ts';
import { runCommand, useCommands } from '../commands/commands.ts';
import { useAsk } from '../engine/engine.tsx';
import { useHost } from '../host/host.ts';
import { IconButton, Kbd, Menu, type MenuEntry } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { Mark } from './Mark.tsx';
import styles from './TitleBar.module.css';
import { type Theme, useTheme } from './theme.ts';

const themeIcons = { system: Monitor, light: Sun, dark: Moon } satisfies Record<Theme, unknown>;

const menu: readonly (CommandId | 'line')[] = [
  'notebook.note',
  'notebook.check',
  'notebook.sample',
  'notebook.reveal',
  'line',
  'notebook.new',
  'notebook.open',
  'window.new',
  'line',
  'notebook.close',
];

/** The top of the window: whose notebook this is, the way to search it, and what comes in and goes out. */
export function TitleBar() {
  const name = useHost(({ state }) => state?.notebook?.name ?? '');
  const { data: info } = useAsk('notebook.info', {});
  const registered = useCommands((state) => state.registered);
  const libraryShown = useWorkspace((state) => state.libraryShown);
  const passagesShown = useWorkspace((state) => state.passagesShown);
  const { theme } = useTheme();
  const ThemeIcon = themeIcons[theme];
  const entries = menu.flatMap((id): MenuEntry[] => {
    if (id === 'line') return ['line'];
    return registered.get(id)?.enabled ? [{ id, label: commands[id].title, keys: commands[id].key, run: () => runCommand(id) }] : [];
  });
  return (
    <header className={styles.bar}>
      <div className={styles.start}>
        <Mark />
        <h1 className={styles.heading}>
          <Menu label="Notebook" entries={entries}>
            <AriaButton className={styles.name ?? ''}>
              <span className={styles.words}>{info?.name ?? name}</span>
              <ChevronDown aria-hidden size={14} className={styles.chevron} />
            </AriaButton>
          </Menu>
        </h1>
      </div>
      <AriaButton className={styles.search ?? ''} onPress={() => runCommand('go.search')}>
        <Search aria-hidden size={15} />
        <span className={styles.words}>Search the notebook</span>
        <Kbd keys={commands['go.search'].key} />
      </AriaButton>
      <div className={styles.end}>
        <IconButton label="Import files" command="document.import" onPress={() => runCommand('document.import')}>
          <FileDown aria-hidden />
        </IconButton>
        <IconButton label="Export tagged notes" command="export.open" onPress={() => runCommand('export.open')}>
          <FileUp aria-hidden />
        </IconButton>
        <span className={styles.gap} />
        <IconButton label={`Theme: ${theme}`} command="view.theme" onPress={() => runCommand('view.theme')}>
          <ThemeIcon aria-hidden />
        </IconButton>
        <IconButton label="Library" command="view.library" pressed={libraryShown} onPress={() => runCommand('view.library')}>
          <PanelLeft aria-hidden />
        </IconButton>
        <IconButton
          label="Passages"
          command="view.passages"
          placement="bottom end"
          pressed={passagesShown}
          onPress={() => runCommand('view.passages')}
        >
          <PanelRight aria-hidden />
        </IconButton>
      </div>
    </header>
  );
}

import type { MenuItemConstructorOptions } from 'electron';
import { type CommandGroup, type CommandId, commandIds, commands } from '../../contract/index.ts';

const electronKeys: Record<string, string> = {
  Mod: 'CommandOrControl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** A command's key as Electron writes it. */
export function accelerator(key: string): string {
  return key
    .split('+')
    .map((part) => electronKeys[part] ?? part)
    .join('+');
}

/** A key that types something where text is typed; macOS would take it away from every text field. */
function isTyped(key: string): boolean {
  return key.length === 1;
}

function commandItem(id: CommandId, platform: NodeJS.Platform, run: (id: CommandId) => void): MenuItemConstructorOptions {
  const { title, key } = commands[id];
  const shown = key !== null && !(platform === 'darwin' && isTyped(key));
  return {
    id,
    label: title,
    click: () => run(id),
    // The window handles its keys itself, so that a key means in a text field what it means there; the menu shows them.
    // macOS does not know this setting, and asks the menu only for keys that the window let pass.
    ...(shown ? { accelerator: accelerator(key), registerAccelerator: false } : {}),
  };
}

const separator: MenuItemConstructorOptions = { type: 'separator' };
const groups: readonly CommandGroup[] = ['Notebook', 'Edit', 'Text', 'Passage', 'Go', 'View', 'Help'];

/** The native menu: every command of the contract under its group, with what only the system can do beside them. */
export function menuTemplate(platform: NodeJS.Platform, run: (id: CommandId) => void): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const items = (ids: readonly CommandId[]) => ids.map((id) => commandItem(id, platform, run));
  const besides: Partial<Record<CommandGroup, MenuItemConstructorOptions[]>> = {
    Notebook: [separator, { role: 'close' }, ...(mac ? [] : [{ role: 'quit' } as const])],
    View: [separator, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }, { role: 'togglefullscreen' }],
    Help: mac ? [] : [separator, { role: 'about' }],
  };
  const menus = groups.map((group): MenuItemConstructorOptions => {
    const own = commandIds.filter((id) => commands[id].group === group);
    const isUndo = (id: CommandId) => id === 'edit.undo' || id === 'edit.redo';
    const rest = items(own.filter((id) => !isUndo(id)));
    const clipboard: MenuItemConstructorOptions[] = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }];
    return {
      label: group,
      submenu:
        group === 'Edit'
          ? [...items(own.filter(isUndo)), separator, ...clipboard, separator, ...rest]
          : [...rest, ...(besides[group] ?? [])],
    };
  });
  return mac ? [{ role: 'appMenu' }, ...menus.slice(0, -1), { role: 'windowMenu' }, ...menus.slice(-1)] : menus;
}

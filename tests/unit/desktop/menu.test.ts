import { describe, expect, test } from 'vitest';
import { type CommandId, commandIds, commands } from '../../../contract/index.ts';
import { accelerator, menuTemplate } from '../../../main/desktop/menu.ts';

function items(platform: NodeJS.Platform, run: (id: CommandId) => void = () => undefined) {
  return menuTemplate(platform, run).flatMap(({ label, submenu }) =>
    Array.isArray(submenu) ? submenu.map((item) => ({ ...item, under: label })) : [],
  );
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  test('has every command once, under its group', () => {
    const own = items(platform).filter((item) => item.id !== undefined);
    expect(own.map(({ id }) => id).sort()).toEqual([...commandIds].sort());
    for (const item of own) {
      const id = commandIds.find((known) => known === item.id);
      expect(id && commands[id].group).toBe(item.under);
    }
  });

  test('leaves every key to the window and cuts, copies and pastes by the system’s own roles', () => {
    for (const item of items(platform)) if (item.accelerator !== undefined) expect(item.registerAccelerator).toBe(false);
    expect(items(platform).map(({ role }) => role)).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll']));
    expect(items(platform).map(({ role }) => role)).not.toContain('undo');
  });
});

test('an item runs its command', () => {
  const ran: CommandId[] = [];
  const undo = items('linux', (id) => ran.push(id)).find(({ id }) => id === 'edit.undo');
  // Electron passes an item, a window and an event, none of which it needs.
  (undo?.click as (() => void) | undefined)?.();
  expect(ran).toEqual(['edit.undo']);
});

test('no letter alone is a key of the menu on macOS, where it would swallow typing', () => {
  const keys = items('darwin').flatMap(({ accelerator: key }) => (key == null ? [] : [String(key)]));
  expect(keys.filter((key) => key.length === 1)).toEqual([]);
});

test.each([
  ['Mod+Shift+N', 'CommandOrControl+Shift+N'],
  ['Alt+ArrowDown', 'Alt+Down'],
  ['Alt+Shift+ArrowRight', 'Alt+Shift+Right'],
  ['F3', 'F3'],
  ['Mod+\\', 'CommandOrControl+\\'],
])('%s is %s to Electron', (key, electrons) => {
  expect(accelerator(key)).toBe(electrons);
});

import { describe, expect, test } from 'vitest';
import { commandIds, commands } from '../../../contract/index.ts';
import { commandOf, isKey, type KeyPress, types } from '../../../renderer/commands/keys.ts';
import { keyText } from '../../../renderer/ui/keys.ts';

function press(key: string, code: string, held = ''): KeyPress {
  return {
    key,
    code,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('cmd'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
  };
}

describe('a key press is a command', () => {
  test.each([
    ['Ctrl+K', press('k', 'KeyK', 'ctrl'), 'go.search'],
    ['Ctrl+K with caps lock', press('K', 'KeyK', 'ctrl'), 'go.search'],
    ['Ctrl+K on a Russian layout', press('л', 'KeyK', 'ctrl'), 'go.search'],
    ['Ctrl+K on Dvorak, where K lies on V', press('k', 'KeyV', 'ctrl'), 'go.search'],
    ['Ctrl+Shift+P', press('P', 'KeyP', 'ctrl shift'), 'go.palette'],
    ['Ctrl+Z is not Ctrl+Shift+Z', press('z', 'KeyZ', 'ctrl'), 'edit.undo'],
    ['Ctrl+Shift+Z', press('Z', 'KeyZ', 'ctrl shift'), 'edit.redo'],
    ['Ctrl+Shift+8, which types an asterisk', press('*', 'Digit8', 'ctrl shift'), 'text.bullets'],
    ['Ctrl+1 on a French keyboard, where 1 needs shift', press('&', 'Digit1', 'ctrl'), 'go.library'],
    ['Ctrl+Shift+\\, which types a bar', press('|', 'Backslash', 'ctrl shift'), 'view.passages'],
    ['the question mark of an English keyboard', press('?', 'Slash', 'shift'), 'help.shortcuts'],
    ['the question mark of a German keyboard', press('?', 'Minus', 'shift'), 'help.shortcuts'],
    ['T', press('t', 'KeyT'), 'passage.tag'],
    ['T on a Russian layout', press('е', 'KeyT'), 'passage.tag'],
    ['Alt+Arrow down', press('ArrowDown', 'ArrowDown', 'alt'), 'passage.next'],
    ['Shift+F3', press('F3', 'F3', 'shift'), 'edit.findPrevious'],
    ['K alone is none', press('k', 'KeyK'), null],
    ['AltGr+E, which types a euro sign, is none', press('€', 'KeyE', 'ctrl alt'), null],
  ])('%s', (_, event, command) => expect(commandOf(event, false)).toBe(command));

  test('Cmd on macOS, not Ctrl', () => {
    expect(commandOf(press('k', 'KeyK', 'cmd'), true)).toBe('go.search');
    expect(commandOf(press('k', 'KeyK', 'ctrl'), true)).toBe(null);
    expect(commandOf(press('k', 'KeyK', 'cmd'), false)).toBe(null);
  });
});

test('no two commands have one key', () => {
  const keys = commandIds.flatMap((id) => commands[id].key ?? []);
  expect(keys.toSorted()).toEqual([...new Set<string>(keys)].toSorted());
});

test('keys that would type are told from those that would not', () => {
  expect(types(press('t', 'KeyT'))).toBe(true);
  expect(types(press('t', 'KeyT', 'ctrl'))).toBe(false);
  expect(types(press('F3', 'F3'))).toBe(false);
  expect(isKey(press('ArrowUp', 'ArrowUp', 'alt'), 'Alt+ArrowUp', false)).toBe(true);
});

test('keys are named as the keyboard names them', () => {
  expect(keyText('Mod+Shift+P', false)).toBe('Ctrl+Shift+P');
  expect(keyText('Mod+Shift+P', true)).toBe('⌘⇧P');
  expect(keyText('Alt+ArrowDown', false)).toBe('Alt+↓');
});

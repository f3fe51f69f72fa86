import { type CommandId, commandIds, commands } from '../../contract/index.ts';

/** What of a keyboard event says which key it was. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether the event is the key as contract/commands.ts writes it, on any keyboard layout. */
export function isKey(event: KeyPress, keys: string, mac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  if ((mac ? event.metaKey : event.ctrlKey) !== mod) return false;
  if (mac ? event.ctrlKey : event.metaKey) return false;
  if (event.altKey !== parts.includes('Alt')) return false;
  // Which shift makes a question mark is the keyboard's affair.
  if (key === '?') return event.key === '?';
  return event.shiftKey === parts.includes('Shift') && isNamed(event, key);
}

/**
 * Letters go by what they type where that is Latin, else (a Russian layout, or Alt on macOS) by where they lie; digits and
 * the backslash by where they lie, because Shift makes other characters of them.
 */
function isNamed(event: KeyPress, key: string): boolean {
  if (/^[A-Z]$/.test(key)) return /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() === key : event.code === `Key${key}`;
  if (/^[0-9]$/.test(key)) return event.code === `Digit${key}`;
  if (key === '\\') return event.code === 'Backslash' || event.key === '\\';
  return event.key === key;
}

/** The command of a key, or null. */
export function commandOf(event: KeyPress, mac: boolean): CommandId | null {
  return commandIds.find((id) => isOneOf(event, commands[id].key, mac)) ?? null;
}

function isOneOf(event: KeyPress, key: string | null, mac: boolean): boolean {
  return key !== null && isKey(event, key, mac);
}

/** Whether the key would type something into a field: those with Ctrl, Cmd or Alt, and named ones such as F3, do not. */
export function types(event: KeyPress): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** Whether `Mod` is Cmd here. */
export const onMac = /Mac|iPhone|iPad/.test(navigator.platform);

const macNames: Record<string, string> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Ctrl: '⌃',
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
  Escape: 'esc',
};
const names: Record<string, string> = { Mod: 'Ctrl', Escape: 'Esc', Delete: 'Del' };
const everywhere: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** The parts of a key as the analyst's keyboard names them: `Mod+Shift+P` is `Ctrl`, `Shift`, `P` or `⌘`, `⇧`, `P`. */
export function keyParts(keys: string, mac = onMac): string[] {
  return keys.split('+').map((part) => everywhere[part] ?? (mac ? macNames[part] : names[part]) ?? part);
}

/** A key in one string, for titles and labels. */
export function keyText(keys: string, mac = onMac): string {
  return keyParts(keys, mac).join(mac ? '' : '+');
}

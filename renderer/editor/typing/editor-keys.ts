import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import type { Sphere } from '../../../contract/index.ts';
import { runCommand } from '../../commands/commands.ts';
import { commandOf, types } from '../../commands/keys.ts';
import { onMac } from '../../ui/index.ts';
import { $followBrowser } from '../text/selection.ts';

interface EditorKeys {
  spheres: () => readonly Sphere[];
  onSphere: (sphere: Sphere) => void;
  onPick: () => void;
  onNote: () => void;
}

/**
 * Keys in the text. While something is selected the digits of the spheres, T and N tag it, and G grades the passage in
 * focus; any other key types over it.
 * The keys of commands are left to the window, also those that Lexical would take for itself.
 */
export function registerEditorKeys(editor: LexicalEditor, { spheres, onSphere, onPick, onNote }: EditorKeys): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!types(event)) return commandOf(event, onMac) !== null;
        if (event.isComposing || !$hasSelection(editor)) return false;
        const sphere = spheres().find(({ key }) => key !== null && key === digitOf(event));
        if (sphere !== undefined) onSphere(sphere);
        else if (letterOf(event) === 't') onPick();
        else if (letterOf(event) === 'n') onNote();
        else if (letterOf(event) !== 'g' || !runCommand('passage.grade')) return false;
        event.preventDefault();
        event.stopPropagation();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // Lexical would let go of the focus, and with it of the place where one reads.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
  );
}

function $hasSelection(editor: LexicalEditor): boolean {
  $followBrowser(editor);
  const selection = $getSelection();
  return $isRangeSelection(selection) && !selection.isCollapsed();
}

/** The digit a key types, or would type on layouts that want Shift for it (French). */
function digitOf({ key, code, shiftKey }: KeyboardEvent): string | null {
  if (/^[1-9]$/.test(key)) return key;
  return shiftKey ? null : (/^Digit([1-9])$/.exec(code)?.[1] ?? null);
}

/** The Latin letter of a key: what it types, or where it lies on layouts of other scripts. */
function letterOf({ key, code }: KeyboardEvent): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^\p{L}$/u.test(key) ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null) : null;
}

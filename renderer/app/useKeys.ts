import { useEffect } from 'react';
import type { CommandId } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { commandOf, types } from '../commands/keys.ts';
import { onMac } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** What may be begun while something floats over the panes: what floats instead of it. */
const overOverlays: ReadonlySet<CommandId> = new Set(['go.search', 'go.concordance', 'go.palette', 'help.shortcuts', 'view.theme']);

/** Carries a command out as a key or a menu item asks. Returns whether anything was done. */
export function carryOut(id: CommandId): boolean {
  // A field's own undo is about its own text.
  if ((id === 'edit.undo' || id === 'edit.redo') && inField(document.activeElement)) {
    return document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
  }
  if (useWorkspace.getState().overlay !== null && !overOverlays.has(id)) return false;
  return runCommand(id);
}

/** Listens for the keys of all commands, after whatever has the focus had its turn. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (types(event) && isTyping(event.target)) return;
      const id = commandOf(event, onMac);
      if (id === null) return;
      if ((id === 'edit.undo' || id === 'edit.redo') && inField(document.activeElement)) return;
      if (carryOut(id)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || inField(target));
}

function inField(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

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
      if (overOverlays.has(id) && shutPopover(event.target)) {
        event.preventDefault();
        afterFocusReturned(() => carryOut(id));
      } else if (carryOut(id)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Presses Esc in the menu or popover that has the focus, which would not let go of it otherwise. Returns whether there was one. */
function shutPopover(target: EventTarget | null): boolean {
  // As React Aria marks them; a tooltip has no focus.
  if (!(target instanceof Element) || target.closest('[data-rac][data-placement]') === null) return false;
  target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  return true;
}

/** React Aria gives the focus back in the frame after what had it is gone. */
function afterFocusReturned(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || inField(target));
}

function inField(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

import { $getSelection, $isRangeSelection, CLICK_COMMAND, COMMAND_PRIORITY_LOW, mergeRegister, SELECTION_CHANGE_COMMAND } from 'lexical';
import { type RefObject, useEffect } from 'react';
import { useShell } from '../../shell/shell.tsx';
import { notifyError } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import type { MarkPaint } from '../paint/mark-paint.ts';
import { firstInText } from '../paint/passage-order.ts';
import type { DocumentSession } from '../session/session.ts';
import { reveal } from '../text/dom-range.ts';
import { $idsAt } from '../text/leaves.ts';

/** Pixels that two clicks may be apart and still mean the same place. */
const samePlace = 4;

/** Keeps the caret, the focused passage and what is in view together. */
export function useFocusedPassage(session: DocumentSession, paint: MarkPaint, scroller: RefObject<HTMLElement | null>): void {
  const shell = useShell();
  const { editor } = session;
  const passageId = useWorkspace((state) => state.passageId);
  const revealPassage = useWorkspace((state) => state.revealPassage);
  const focusPassage = useWorkspace((state) => state.focusPassage);

  useEffect(() => paint.setFocused(passageId), [paint, passageId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: being asked again for the same passage counts.
  useEffect(() => {
    const first = passageId === null || revealPassage === 0 ? undefined : firstInText(paint.elementsOf(passageId));
    if (first === undefined || scroller.current === null) return;
    const range = window.document.createRange();
    range.selectNodeContents(first);
    reveal(scroller.current, range);
  }, [revealPassage, paint, scroller]);

  useEffect(() => {
    let lastClick = { x: 0, y: 0 };
    return mergeRegister(
      editor.registerCommand(
        SELECTION_CHANGE_COMMAND,
        () => {
          const selection = $getSelection();
          if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
          const ids = $idsAt(selection.anchor.getNode()).filter((id) => paint.knows(id));
          const { passageId: focused } = useWorkspace.getState();
          // A detached passage keeps the focus while one looks for the words to anchor it on.
          if (ids.length === 0 && focused !== null && session.isDetached(focused)) return false;
          if (focused === null || !ids.includes(focused)) focusPassage(ids.at(-1) ?? null);
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          const target = event.target instanceof Element ? event.target : null;
          const link = target?.closest('a');
          if (link && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            shell.call('openLink', { url: link.href }).catch(notifyError);
            return true;
          }
          const again = Math.hypot(event.clientX - lastClick.x, event.clientY - lastClick.y) <= samePlace;
          lastClick = { x: event.clientX, y: event.clientY };
          const mark = target?.closest('mark');
          if (!mark || !(event.altKey || (again && event.detail === 1))) return false;
          const ids = paint.idsOf(mark).filter((id) => paint.knows(id));
          const { passageId: focused } = useWorkspace.getState();
          const next = ids[(ids.indexOf(focused ?? '') + 1) % ids.length];
          if (next !== undefined) focusPassage(next);
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
    );
  }, [editor, session, paint, shell, focusPassage]);
}

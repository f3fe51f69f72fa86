import { $getSelection, $isRangeSelection } from 'lexical';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { projectPassages } from '../../../anchoring/index.ts';
import { useCommand } from '../../commands/commands.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import type { MarkPaint } from '../paint/mark-paint.ts';
import { firstInText, inTextOrder } from '../paint/passage-order.ts';
import type { DocumentSession } from '../session/session.ts';
import { $restoreOffsets } from '../text/selection.ts';
import { $offsetOf, $textMap } from '../text/text-map.ts';
import type { Tagging } from './tagging.ts';

/** The commands of the group Passage, for the document on screen. */
export function usePassageCommands(session: DocumentSession, tagging: Tagging, paint: MarkPaint, { onPick }: { onPick: () => void }): void {
  const { editor } = session;
  const passageId = useWorkspace((state) => state.passageId);
  const hasSelection = useHasSelection(session);
  const isDetached = useStore(session.store, () => passageId !== null && session.isDetached(passageId));
  const onPassage = { enabled: passageId !== null };
  const onEither = { enabled: passageId !== null || hasSelection };
  const withFocused = (work: (id: string) => void) => () => {
    if (passageId !== null) work(passageId);
  };

  useCommand('passage.tag', onPick, onEither);
  useCommand('passage.note', () => tagging.note(), onEither);
  useCommand(
    'passage.extend',
    withFocused((id) => tagging.extend(id)),
    { enabled: passageId !== null && hasSelection },
  );
  useCommand(
    'passage.anchorHere',
    withFocused((id) => tagging.extend(id)),
    { enabled: passageId !== null && isDetached && hasSelection },
  );
  useCommand(
    'passage.growEnd',
    withFocused((id) => tagging.grow(id)),
    onPassage,
  );
  useCommand(
    'passage.shrinkEnd',
    withFocused((id) => tagging.shrink(id)),
    onPassage,
  );
  useCommand(
    'passage.remove',
    withFocused((id) => tagging.remove(chosenWith(session, id))),
    onPassage,
  );
  useCommand('passage.next', () => step(1));
  useCommand('passage.previous', () => step(-1));

  /**
   * Goes to the passage after or before the one in focus, else after or before the caret. Selects it, so that the keys
   * that tag and note act on it rather than type into it.
   */
  function step(by: 1 | -1): void {
    const firsts = paint.ids().flatMap((id) => {
      const element = firstInText(paint.elementsOf(id));
      return element === undefined ? [] : [{ id, element }];
    });
    const ordered = inTextOrder(firsts, ({ element }) => element);
    const at = ordered.findIndex(({ id }) => id === passageId);
    const next = at === -1 ? nearCaret(ordered, by) : ordered[(at + by + ordered.length) % ordered.length];
    if (next === undefined) return;
    editor.update(
      () => {
        const segment = projectPassages($textMap()).get(next.id)?.segments[0];
        if (segment !== undefined) $restoreOffsets(segment);
      },
      { discrete: true },
    );
    editor.focus();
    useWorkspace.getState().focusPassage(next.id, { reveal: true });
  }

  function nearCaret<T extends { id: string }>(ordered: readonly T[], by: 1 | -1): T | undefined {
    const before = editor.read(() => {
      const selection = $getSelection();
      const map = $textMap();
      const caret = $isRangeSelection(selection) ? $offsetOf(map, selection.anchor) : 0;
      return new Set(map.runs.filter(({ start }) => start <= caret).flatMap(({ markIds }) => markIds));
    });
    const after = ordered.filter(({ id }) => !before.has(id));
    if (by === 1) return after[0] ?? ordered[0];
    return ordered.filter(({ id }) => before.has(id)).at(-1) ?? ordered.at(-1);
  }
}

/** The passages of the document that one is chosen together with in the list, itself among them. */
function chosenWith(session: DocumentSession, id: string): readonly string[] {
  const { chosenPassageIds } = useWorkspace.getState();
  return chosenPassageIds.includes(id) ? chosenPassageIds.filter((chosen) => session.passage(chosen) !== undefined) : [id];
}

/** Whether a stretch of the document is selected now. */
export function useHasSelection({ editor }: DocumentSession): boolean {
  const [has, setHas] = useState(false);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) =>
        editorState.read(() => {
          const selection = $getSelection();
          setHas($isRangeSelection(selection) && !selection.isCollapsed());
        }),
      ),
    [editor],
  );
  return has;
}

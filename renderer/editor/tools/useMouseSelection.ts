import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { type RefObject, useEffect, useState } from 'react';
import { $followBrowser } from '../text/selection.ts';

/**
 * Whether something is selected in the text that was selected by mouse or touch. Who selects by keyboard tags by keyboard,
 * and has nothing put over the text.
 */
export function useMouseSelection(editor: LexicalEditor, root: RefObject<HTMLElement | null>): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    let pressed = false;
    const hasSelection = () =>
      editor.read(() => {
        const selection = $getSelection();
        return $isRangeSelection(selection) && !selection.isCollapsed() && selection.getTextContent().trim() !== '';
      });
    const onDown = () => {
      pressed = true;
      setShown(false);
    };
    // Who presses inside a selection means to select anew, an overlapping passage say. The browser would drag the words away.
    const onPress = (event: MouseEvent) => {
      const native = window.getSelection();
      if (event.button === 0 && !event.shiftKey && event.detail === 1 && native !== null && native.rangeCount > 0) native.collapseToStart();
    };
    // The browser settles a click's selection after the pointer is up.
    const onUp = () => {
      if (!pressed) return;
      pressed = false;
      setTimeout(() => {
        editor.update(() => $followBrowser(editor), { discrete: true });
        setShown(hasSelection());
      }, 0);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' || event.key.startsWith('Arrow')) setShown(false);
    };
    const stop = editor.registerUpdateListener(() => {
      if (!pressed && !hasSelection()) setShown(false);
    });
    const onBlur = (event: FocusEvent) => {
      if (event.relatedTarget instanceof Element && !event.relatedTarget.closest('[role="group"]')) setShown(false);
    };
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('mousedown', onPress);
    element.addEventListener('keydown', onKey);
    element.addEventListener('blur', onBlur);
    window.addEventListener('pointerup', onUp);
    return () => {
      stop();
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('mousedown', onPress);
      element.removeEventListener('keydown', onKey);
      element.removeEventListener('blur', onBlur);
      window.removeEventListener('pointerup', onUp);
    };
  }, [editor, root]);
  return shown;
}

import { type ReactNode, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Sphere } from '../../../contract/index.ts';
import { SpherePicker } from '../../codebook/SpherePicker.tsx';
import { useWorkspace } from '../../workspace/workspace.ts';
import type { MarkPaint } from '../paint/mark-paint.ts';
import { firstInText } from '../paint/passage-order.ts';
import type { DocumentSession } from '../session/session.ts';
import type { Tagging } from '../tagging/tagging.ts';
import { domRange, highlight } from '../text/dom-range.ts';
import { $selected } from '../text/selection.ts';
import styles from './FloatingTools.module.css';
import { LinkField } from './LinkField.tsx';
import { type Asking, SelectionToolbar } from './SelectionToolbar.tsx';
import { useMouseSelection } from './useMouseSelection.ts';

interface FloatingToolsProps {
  session: DocumentSession;
  tagging: Tagging;
  paint: MarkPaint;
  spheres: readonly Sphere[];
  asking: Asking;
  onAsk: (asking: Asking) => void;
  scroller: RefObject<HTMLElement | null>;
  root: RefObject<HTMLElement | null>;
}

/** What floats at the selection: the toolbar for the mouse, the picker of spheres, the field for a link. */
export function FloatingTools({ session, tagging, paint, spheres, asking, onAsk, scroller, root }: FloatingToolsProps) {
  const { editor } = session;
  const byMouse = useMouseSelection(editor, root);
  const passageId = useWorkspace((state) => state.passageId);

  /** Where on the page the selection is, else the passage in focus. */
  const place = useCallback((): DOMRect | null => {
    const selected = editor.read($selected);
    const range = selected === null ? null : domRange(editor, selected.map, selected.segment);
    if (range !== null) return range.getClientRects()[0] ?? range.getBoundingClientRect();
    const native = window.getSelection();
    if (asking === 'link' && native !== null && native.rangeCount > 0) return native.getRangeAt(0).getBoundingClientRect();
    return passageId === null ? null : (firstInText(paint.elementsOf(passageId))?.getClientRects()[0] ?? null);
  }, [editor, paint, passageId, asking]);

  const close = useCallback(() => {
    onAsk(null);
    editor.focus();
  }, [editor, onAsk]);

  // The field takes the focus, and with it the browser's selection: what is meant stays painted.
  useEffect(() => {
    if (asking === null) return;
    const selected = editor.read($selected);
    const range = selected === null ? null : domRange(editor, selected.map, selected.segment);
    highlight('asking', range === null ? [] : [range]);
    return () => highlight('asking', []);
  }, [editor, asking]);

  if (asking === 'sphere') {
    const target = tagging.target();
    if (target === null) return null;
    return (
      <Float place={place} scroller={scroller} onLeave={close} label="Put into a sphere">
        <SpherePicker
          selected={'passageId' in target ? paint.spheresOf(target.passageId).map(({ id }) => id) : []}
          onToggle={(id) => {
            const sphere = spheres.find((other) => other.id === id);
            if (sphere !== undefined) tagging.toggle(sphere);
          }}
          onCreate={(name) => tagging.toggleNew(name)}
          onClose={close}
        />
      </Float>
    );
  }
  if (asking === 'link') {
    return (
      <Float place={place} scroller={scroller} onLeave={close} label="Link">
        <LinkField session={session} onClose={close} />
      </Float>
    );
  }
  if (!byMouse) return null;
  return (
    <Float place={place} scroller={scroller} above label="Tag and format the selection">
      <SelectionToolbar session={session} tagging={tagging} spheres={spheres} onAsk={onAsk} />
    </Float>
  );
}

interface FloatProps {
  /** Where on the screen it belongs to; null: nowhere to be. */
  place: () => DOMRect | null;
  scroller: RefObject<HTMLElement | null>;
  above?: boolean;
  label: string;
  /** Asked for when the analyst presses elsewhere. */
  onLeave?: () => void;
  children: ReactNode;
}

/** Pixels between what floats and the text it belongs to. */
const gap = 8;

/** Stands by the selection, on the side with room, and scrolls along with the text. */
function Float({ place, scroller, above = false, label, onLeave, children }: FloatProps) {
  const box = useRef<HTMLDivElement>(null);
  // In view before it is placed, too: what takes the focus in it would else have the text scrolled to its top.
  const [at, setAt] = useState(() => ({ left: 0, top: scroller.current?.scrollTop ?? 0, isPlaced: false }));

  useLayoutEffect(() => {
    const element = box.current;
    const view = scroller.current?.getBoundingClientRect();
    const target = place();
    const origin = element?.offsetParent?.getBoundingClientRect();
    if (!element || view === undefined || target === null || origin === undefined) return;
    const { width, height } = element.getBoundingClientRect();
    const fitsAbove = target.top - height - gap >= view.top;
    const fitsBelow = target.bottom + gap + height <= view.bottom;
    const isAbove = above ? fitsAbove : !fitsBelow && fitsAbove;
    const top = isAbove ? target.top - height - gap : target.bottom + gap;
    const left = Math.max(view.left + gap, Math.min(target.left, view.right - width - gap * 2));
    setAt({ left: left - origin.left, top: top - origin.top, isPlaced: true });
  }, [place, scroller, above]);

  useEffect(() => {
    if (onLeave === undefined) return;
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onLeave();
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => document.removeEventListener('pointerdown', onPointerDown, true);
  }, [onLeave]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      ref={box}
      className={styles.float}
      role="group"
      aria-label={label}
      style={{ transform: `translate(${Math.round(at.left)}px, ${Math.round(at.top)}px)`, ...(at.isPlaced ? {} : { opacity: 0 }) }}
    >
      {children}
    </div>
  );
}

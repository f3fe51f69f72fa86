import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Passage, Sphere } from '../../../contract/index.ts';
import { sphereStyle } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import type { MarkPaint } from '../paint/mark-paint.ts';
import type { DocumentSession } from '../session/session.ts';
import { highlight } from '../text/dom-range.ts';
import { type Bar, lanesOf } from './lanes.ts';
import styles from './Margin.module.css';

interface PlacedBar extends Bar {
  lane: number;
}

interface MarginProps {
  session: DocumentSession;
  paint: MarkPaint;
  scroller: RefObject<HTMLElement | null>;
  root: RefObject<HTMLElement | null>;
}

/** Every passage near the window as a bar beside the text, in the colours of its spheres. */
export function Margin({ session, paint, scroller, root }: MarginProps) {
  const bars = useBars(session, scroller, root);
  // What a passage is called may have changed.
  useStore(session.store, (state) => state.passages);
  const passageId = useWorkspace((state) => state.passageId);
  const focusPassage = useWorkspace((state) => state.focusPassage);
  const margin = useRef<HTMLDivElement>(null);
  const ordered = bars.filter(({ id }) => paint.knows(id)).toSorted((a, b) => a.top - b.top || a.lane - b.lane);
  // One stop for the Tab key; the arrows go on from there.
  const stop = ordered.some(({ id }) => id === passageId) ? passageId : ordered[0]?.id;

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.altKey) return;
    const buttons = Array.from(margin.current?.querySelectorAll('button') ?? []);
    const next = buttons[buttons.findIndex((button) => button.matches(':focus')) + by];
    next?.focus();
    event.preventDefault();
  };
  const glow = (id: string | null) => highlight('hovered', id === null ? [] : paint.elementsOf(id).map(contentsOf));

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div ref={margin} className={styles.margin} role="group" aria-label="Passages beside the text" onKeyDown={onKeyDown}>
      {ordered.map(({ id, top, bottom, lane }) => {
        const spheres = paint.spheresOf(id);
        return (
          <button
            key={id}
            type="button"
            className={styles.bar}
            tabIndex={id === stop ? 0 : -1}
            aria-label={nameOf(session.passage(id), spheres)}
            aria-pressed={id === passageId}
            title={spheres.map(({ name }) => name).join(', ') || 'In no sphere'}
            style={{ top, height: bottom - top, left: laneLeft(ordered, id, lane, paint) }}
            onMouseEnter={() => glow(id)}
            onMouseLeave={() => glow(null)}
            onClick={() => focusPassage(id, { reveal: true })}
          >
            {spheres.length === 0 ? <span className={styles.plain} /> : null}
            {spheres.map((sphere) => (
              <span key={sphere.id} className={styles.stripe} data-underline={sphere.underline} style={sphereStyle(sphere)} />
            ))}
          </button>
        );
      })}
    </div>
  );
}

/** Pixels of one stripe, and between two lanes. */
const stripe = 4;
const laneGap = 4;

/** Lanes are as wide as the widest bar of those beside it on screen. */
function laneLeft(bars: readonly PlacedBar[], id: string, lane: number, paint: MarkPaint): number {
  let left = 0;
  for (let inner = 0; inner < lane; inner += 1) {
    const widths = bars.filter((bar) => bar.lane === inner && bar.id !== id).map((bar) => Math.max(1, paint.spheresOf(bar.id).length));
    left += Math.max(1, ...widths) * stripe + laneGap;
  }
  return left;
}

function contentsOf(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

function nameOf(passage: Passage | undefined, spheres: readonly Sphere[]): string {
  const quote = passage === undefined ? '' : `: ${passage.quote.slice(0, 80)}`;
  return `Passage in ${spheres.length === 0 ? 'no sphere' : spheres.map(({ name }) => name).join(', ')}${quote}`;
}

/** The bars near the window, brought up to date once a frame at most. Only blocks near the window are looked at. */
function useBars(session: DocumentSession, scroller: RefObject<HTMLElement | null>, root: RefObject<HTMLElement | null>): PlacedBar[] {
  const [bars, setBars] = useState<PlacedBar[]>([]);
  useEffect(() => {
    const view = scroller.current;
    const text = root.current;
    if (view === null || text === null) return;
    let frame = 0;
    const measure = () => {
      frame = 0;
      const next = barsNear(view, text);
      const lanes = lanesOf(next);
      const placed = next.map((bar) => ({ ...bar, lane: lanes.get(bar.id) ?? 0 }));
      setBars((was) => (JSON.stringify(was) === JSON.stringify(placed) ? was : placed));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(measure);
    };
    soon();
    const stop = session.editor.registerUpdateListener(soon);
    const observer = new ResizeObserver(soon);
    observer.observe(text);
    observer.observe(view);
    view.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      stop();
      observer.disconnect();
      view.removeEventListener('scroll', soon);
    };
  }, [session, scroller, root]);
  return bars;
}

/** How far beyond the window bars are drawn, in heights of the window. */
const overscan = 0.5;

function barsNear(view: HTMLElement, text: HTMLElement): Bar[] {
  const window = view.getBoundingClientRect();
  const origin = text.getBoundingClientRect().top;
  const from = window.top - window.height * overscan;
  const to = window.bottom + window.height * overscan;
  const bars = new Map<string, Bar>();
  for (const block of blocksBetween(text, from, to)) {
    for (const mark of block.querySelectorAll<HTMLElement>('mark[data-passages]')) {
      const { top, bottom } = mark.getBoundingClientRect();
      for (const id of mark.dataset.passages?.split(' ') ?? []) {
        const bar = bars.get(id);
        const box = { top: Math.round(top - origin), bottom: Math.round(bottom - origin) };
        bars.set(id, {
          id,
          top: Math.min(bar?.top ?? box.top, box.top),
          bottom: Math.max(bar?.bottom ?? box.bottom, box.bottom),
        });
      }
    }
  }
  return Array.from(bars.values());
}

/** The blocks between two heights. */
function* blocksBetween(text: HTMLElement, from: number, to: number): Iterable<Element> {
  for (const group of between(text.children, from, to)) yield* between(group.children, from, to);
}

function* between(elements: HTMLCollection, from: number, to: number): Iterable<Element> {
  for (let at = firstBelow(elements, from); at < elements.length; at += 1) {
    const element = elements[at];
    if (element === undefined || element.getBoundingClientRect().top > to) return;
    yield element;
  }
}

/** The first element that ends below a height: they stand in order, so half of them is left out at each look. */
function firstBelow(elements: HTMLCollection, height: number): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) < height) low = middle + 1;
    else high = middle;
  }
  return low;
}

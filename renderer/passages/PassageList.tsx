import { type KeyboardEvent, type MouseEvent, memo, useCallback, useEffect, useRef, useState } from 'react';
import { commands, type Passage, type Sphere } from '../../contract/index.ts';
import { isKey } from '../commands/keys.ts';
import { movedTo, onMac, useVirtualRows, VirtualRows } from '../ui/index.ts';
import { wayOfArrow, wayOfPress } from '../ui/selection.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { ChosenPassages } from './ChosenPassages.tsx';
import { GradePopover } from './grading/GradePopover.tsx';
import { knownWords } from './Known.tsx';
import { PassageCard, spheresOf } from './PassageCard.tsx';
import styles from './PassageList.module.css';
import { PassagePicker } from './PassagePicker.tsx';
import { isInEditor, usePassageActions } from './passage-actions.ts';
import { chooseNone, usePassagesView } from './passages-view.ts';
import { RowHeadings } from './RowHeadings.tsx';
import { isDetached, neighbourOf, type PassageRow } from './rows.ts';
import { findTyped, isTyping, nothingTyped, typeLetter } from './type-ahead.ts';
import { useChosen } from './useChosen.ts';

interface PassageListProps {
  rows: readonly PassageRow[];
  spheres: readonly Sphere[];
}

/**
 * The cards, however many: those on screen are drawn, and the one that the keyboard is on. With Shift and Ctrl several are chosen, and
 * are then tagged, graded and removed together.
 */
export const PassageList = memo(function PassageList({ rows, spheres }: PassageListProps) {
  const passageId = useWorkspace((state) => state.passageId);
  const writing = usePassagesView((state) => state.writing);
  const grading = usePassagesView((state) => state.grading);
  const actions = usePassageActions();
  const [activeId, setActiveId] = useState<string | null>(passageId);
  const [pickingId, setPickingId] = useState<string | null>(null);
  const typed = useRef(nothingTyped);
  const { chosen, isChosen, targetsOf, chooseAt, chooseAll } = useChosen(rows);

  const indexOf = (id: string | null) => rows.findIndex(({ passage }) => passage.id === id);
  const active = Math.max(0, indexOf(activeId));
  const picking = rows.find(({ passage }) => passage.id === pickingId)?.passage;
  const graded = rows.find(({ passage }) => passage.id === grading)?.passage;
  const list = useVirtualRows({ rows, idOf, rowHeight: likelyHeight, isMeasured: true, active });
  const { scroller } = list;

  const rowOf = useCallback((id: string) => scroller.current?.querySelector<HTMLElement>(`[data-passage="${id}"]`) ?? null, [scroller]);
  const onNoteLeft = useCallback((id: string) => rowOf(id)?.focus({ preventScroll: true }), [rowOf]);
  /** At whose card something floats that is done to all that are chosen. */
  const lead = chosen.find(({ id }) => id === rows[active]?.passage.id) ?? chosen[0];
  const now = Math.floor(Date.now() / minute) * minute;
  const goTo = (index: number) => {
    const id = rows[index]?.passage.id;
    if (id === undefined) return;
    setActiveId(id);
    list.reveal(index);
    // The row may only now be drawn.
    requestAnimationFrame(() => rowOf(id)?.focus({ preventScroll: true }));
  };
  const latest = useRef({ indexOf, list });
  useEffect(() => {
    latest.current = { indexOf, list };
  });

  const shown = writing ?? grading ?? passageId;
  const shownIndex = indexOf(shown);
  const isListed = shownIndex !== -1;
  useEffect(() => {
    if (shown === null || !isListed) return;
    setActiveId(shown);
    latest.current.list.reveal(latest.current.indexOf(shown));
  }, [shown, isListed]);

  const typeAhead = (event: KeyboardEvent): boolean => {
    const now = event.timeStamp;
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return false;
    typed.current = typeLetter(typed.current, event.key, now);
    const found = findTyped(
      rows.map(({ passage }) => passage.quote),
      typed.current.text,
      active,
    );
    if (found !== -1) goTo(found);
    return true;
  };
  const removeAll = (passages: readonly Passage[]) => {
    // The keyboard goes on to a neighbour, for these cards are about to go.
    const going = new Set(passages.filter((one) => isDetached(one) || isInEditor(one)));
    if (going.size > 0) goTo(neighbourOf(rows, active, ({ passage }) => going.has(passage)));
    void actions.remove(passages);
  };
  const command = (event: KeyboardEvent, passage: Passage): boolean => {
    const { key } = event;
    const held = event.ctrlKey || event.metaKey || event.altKey;
    const isDelete = (key === 'Delete' && !held) || (key === 'Backspace' && (event.ctrlKey || event.metaKey));
    if (isDelete) {
      removeAll(targetsOf(passage));
      return true;
    }
    if (isDetached(passage) && isKey(event.nativeEvent, commands['passage.anchorHere'].key, onMac)) {
      actions.anchorHere(passage);
      return true;
    }
    if (held) return false;
    if (key === 'Enter' || key === ' ') {
      actions.open(passage);
      return true;
    }
    if (isTyping(typed.current, event.timeStamp)) return false;
    const sphere = spheres.find((one) => one.key === key);
    if (sphere !== undefined) void actions.toggleSphere(targetsOf(passage), sphere);
    else if (isKey(event.nativeEvent, 'T', onMac)) setPickingId(passage.id);
    else if (isKey(event.nativeEvent, 'N', onMac)) usePassagesView.setState({ writing: passage.id });
    else if (isKey(event.nativeEvent, commands['passage.grade'].key, onMac)) usePassagesView.setState({ grading: passage.id });
    else return false;
    return true;
  };
  const chooseByKey = (event: KeyboardEvent): boolean => {
    const { key } = event;
    const mod = event.ctrlKey || event.metaKey;
    if (mod && key.toLowerCase() === 'a' && !event.shiftKey) chooseAll();
    else if (key === ' ' && (mod || event.shiftKey)) chooseAt(active, event.shiftKey ? 'range' : 'toggle', activeId);
    else if (key === 'Escape' && chosen.length > 1) chooseNone();
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const passage = rows[active]?.passage;
    const onRow = event.target instanceof HTMLElement && event.target.dataset.passage !== undefined;
    if (!onRow || passage === undefined) return;
    const to = event.altKey ? null : movedTo(event.key, { at: active, count: rows.length, page: cardsAPage });
    if (to !== null) {
      chooseAt(to, wayOfArrow(event), passage.id);
      goTo(to);
    } else if (!chooseByKey(event) && !command(event, passage) && !typeAhead(event)) return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent, passage: Passage, index: number) => {
    const onControl = event.target instanceof Element && event.target.closest('button, a, textarea, input') !== null;
    // React brings events of the menus up here that float elsewhere on the page.
    const within = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (onControl || !within) return;
    const way = wayOfPress(event);
    chooseAt(index, way, activeId);
    setActiveId(passage.id);
    if (way !== 'only') rowOf(passage.id)?.focus({ preventScroll: true });
    else if (window.getSelection()?.isCollapsed !== false) actions.open(passage);
  };

  return (
    <>
      <div ref={scroller} className={styles.scroller}>
        <section aria-label="Passages" onKeyDown={onKeyDown}>
          <VirtualRows list={list}>
            {({ passage, headings }, index) => (
              <>
                <RowHeadings headings={headings} />
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys of its articles. */}
                <article
                  data-passage={passage.id}
                  data-pane-focus={index === active || undefined}
                  tabIndex={index === active ? 0 : -1}
                  aria-posinset={index + 1}
                  aria-setsize={rows.length}
                  aria-current={passage.id === passageId}
                  aria-label={isChosen(passage) ? `${labelOf(passage, spheres)}, selected` : labelOf(passage, spheres)}
                  data-chosen={isChosen(passage) || undefined}
                  className={styles.passage}
                  onFocus={() => setActiveId(passage.id)}
                  onMouseDown={keepSelection}
                  onClick={(event) => onClick(event, passage, index)}
                >
                  <PassageCard
                    passage={passage}
                    spheres={spheres}
                    active={index === active}
                    writing={passage.id === writing}
                    now={now}
                    onPick={setPickingId}
                    onNoteLeft={onNoteLeft}
                  />
                </article>
              </>
            )}
          </VirtualRows>
        </section>
        {picking === undefined ? null : (
          <PassagePicker
            passages={targetsOf(picking)}
            at={picking.id}
            beside={rowOf}
            spheres={spheres}
            onClose={() => {
              setPickingId(null);
              rowOf(picking.id)?.focus({ preventScroll: true });
            }}
          />
        )}
        {graded === undefined || activeId !== graded.id ? null : (
          <GradePopover
            key={graded.id}
            passages={targetsOf(graded)}
            at={graded.id}
            beside={rowOf}
            onClose={() => usePassagesView.setState({ grading: null })}
          />
        )}
      </div>
      <ChosenPassages
        chosen={chosen}
        onGrade={() => lead !== undefined && usePassagesView.setState({ grading: lead.id })}
        onRemove={() => removeAll(chosen)}
        onPick={() => {
          if (lead === undefined) return;
          goTo(indexOf(lead.id));
          setPickingId(lead.id);
        }}
        onNone={() => {
          chooseNone();
          goTo(active);
        }}
      />
    </>
  );
});

/** A press with Shift chooses cards; it is not to select their words. */
function keepSelection(event: MouseEvent): void {
  if (event.shiftKey) event.preventDefault();
}

/** A card with two lines of quote, a row of spheres and no note, in CSS pixels: what most measure. */
const likelyHeight = 118;

/** In milliseconds. */
const minute = 60_000;

/** Cards that Page Up and Page Down go by; what is on screen differs with their notes. */
const cardsAPage = 5;

function idOf({ passage }: PassageRow): string {
  return passage.id;
}

/** What a screen reader says of a card before one goes into it. */
function labelOf(passage: Passage, spheres: readonly Sphere[]): string {
  const names = spheresOf(passage, spheres).map(({ name }) => name);
  return [passage.quote.slice(0, 160), ...knownWords(passage), ...names, ...(passage.note === '' ? [] : ['has a note'])].join(', ');
}

import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { ConcordanceLine, ConcordanceSort, Params, Progress, SearchQuery, Sphere } from '../../../contract/index.ts';
import { useAsk, useEngine } from '../../engine/engine.tsx';
import { copyText } from '../../exports/copy-text.ts';
import { Button, InlineError, movedTo, notify, notifyError, ProgressBar, useVirtualRows, VirtualRows } from '../../ui/index.ts';
import { type BoxList, useListKeys } from '../list-keys.ts';
import { openLine } from '../open-hit.ts';
import { many, type NamedSphere, planPlaces, type TagPlan, tagPlaces } from '../tagging/tag-plans.ts';
import { useListPlace } from '../use-list-place.ts';
import { asTable } from './as-table.ts';
import styles from './Concordance.module.css';
import { ConcordanceFooter } from './ConcordanceFooter.tsx';
import { ConcordanceRow } from './ConcordanceRow.tsx';
import { extended, nothingSelected, toggled } from './line-selection.ts';

/** Height of a line in CSS pixels. */
const lineHeight = 30;
/** Characters on either side: more than the widest window shows. */
const width = 100;
/** Lines gathered before more are asked for, and at most. */
const fewLines = 2_000;
const mostLines = 20_000;

interface ConcordanceProps {
  list: BoxList;
  query: SearchQuery;
  sort: ConcordanceSort;
  spheres: readonly Sphere[];
  onBack: () => void;
}

const none: readonly ConcordanceLine[] = [];

/** Every occurrence, one a line with what stands around it, to open and to tag one or many at once. */
export function Concordance({ list, query: { text, documentId, without }, sort, spheres, onBack }: ConcordanceProps) {
  const engine = useEngine();
  const queries = useQueryClient();
  const [limit, setLimit] = useState(fewLines);
  const [progress, setProgress] = useState<Progress | null>(null);
  // All words are whole ones here: nobody looks at lines while typing.
  const asked = {
    text: `${text.trimEnd()} `,
    ...(documentId === undefined ? {} : { documentId }),
    ...(without === undefined ? {} : { without }),
  };
  const params: Params<'search.concordance'> = { query: asked, sort, width, limit };
  const { data, error, isFetching, isPlaceholderData, refetch } = useAsk('search.concordance', params, setProgress);
  const lines = data?.lines ?? none;
  const keys = useMemo(() => lines.map(keyOf), [lines]);
  const [at, setAt] = useListPlace(JSON.stringify(['concordance', asked, sort]));
  const [selection, setSelection] = useState(nothingSelected);
  const [plan, setPlan] = useState<TagPlan | null>(null);
  const [picking, setPicking] = useState<'line' | 'all' | null>(null);
  /** Taggings follow one another: each moves its documents on, and the next must know. */
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const active = Math.min(at, lines.length - 1);
  const rows = useVirtualRows({ rows: lines, idOf: keyOf, rowHeight: lineHeight, active });
  const { scroller } = rows;

  // biome-ignore lint/correctness/useExhaustiveDependencies: of another search, or in another order, nothing is selected yet.
  useEffect(() => {
    setSelection(nothingSelected);
    setPlan(null);
    setProgress(null);
  }, [text, documentId, sort]);
  const isThere = lines.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: at its first line, or the one that was opened, and not at each that the keyboard goes to.
  useEffect(() => {
    if (isThere) rows.reveal(active);
  }, [text, documentId, sort, isThere]);

  const selected = lines.filter((_line, index) => selection.keys.has(keys[index] ?? ''));
  const go = (index: number) => {
    setAt(index);
    rows.reveal(index);
  };
  const open = (line: ConcordanceLine | undefined) => {
    if (line === undefined) return;
    setAt(lines.indexOf(line));
    openLine(engine, line, asked);
  };
  const inTurn = (work: () => Promise<unknown>) => {
    turn.current = turn.current.then(work).catch(notifyError);
  };
  const asGatheredNow = (chosen: readonly ConcordanceLine[]) => {
    const now = queries.getQueryData<{ lines: ConcordanceLine[] }>(['search.concordance', params])?.lines ?? [];
    const byKey = new Map(now.map((line) => [keyOf(line), line]));
    return chosen.flatMap((line) => byKey.get(keyOf(line)) ?? []);
  };
  const gatherAgain = () => queries.invalidateQueries({ queryKey: ['search.concordance'] });
  const tag = (sphere: NamedSphere, chosen: readonly ConcordanceLine[]) =>
    inTurn(async () => {
      const wanted = asGatheredNow(chosen);
      if (wanted.length === 0) return;
      if (wanted.length === 1) {
        await tagPlaces(engine, wanted, sphere);
        await gatherAgain();
        return;
      }
      const made = await planPlaces(engine, wanted, sphere);
      setPlan({
        ...made,
        run: async (control) => {
          await made.run(control);
          inTurn(gatherAgain);
        },
      });
    });
  const chosenLines = () => (selected.length > 0 ? selected : lines.slice(active, active + 1));
  const copy = (chosen: readonly ConcordanceLine[]) => {
    try {
      copyText(asTable(chosen));
      notify({ message: `Copied ${many(chosen.length, 'line')}.` });
    } catch (error) {
      notifyError(error);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const mod = event.ctrlKey || event.metaKey;
    const next = event.altKey || mod ? null : movedTo(event.key, { at: active, count: lines.length, page: rows.page() });
    const sphere = mod || event.altKey ? undefined : spheres.find(({ key }) => String(key) === event.key);
    if (event.key === 'ArrowUp' && active <= 0 && !event.shiftKey) onBack();
    else if (next !== null) {
      if (event.shiftKey) setSelection(extended(selection, keys, active, next));
      else setSelection({ ...selection, from: null });
      go(next);
    } else if (event.key === ' ') setSelection(toggled(selection, keys, active));
    else if (event.key === 'Enter') open(lines[active]);
    else if (mod && event.code === 'KeyA') setSelection({ keys: new Set(keys), from: null });
    else if (mod && event.code === 'KeyC' && lines.length > 0) copy(chosenLines());
    else if (sphere !== undefined) tag(sphere, chosenLines());
    else if (!mod && event.code === 'KeyT') setPicking('line');
    else if (event.key === 'Escape' && selection.keys.size > 0) setSelection(nothingSelected);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const takeKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && lines.length > 0) scroller.current?.focus();
    else if (event.key === 'Enter') open(isPlaceholderData ? undefined : lines[active]);
    else return false;
    return true;
  };
  useListKeys(list, takeKey, undefined);

  const isMissing = data === undefined || isPlaceholderData;
  const isGathering = isFetching && isMissing;
  const isStopped = !isFetching && isMissing && error === null;
  return (
    <>
      {error === null ? null : (
        <div className={styles.said}>
          <InlineError error={error} actions={<Button onPress={() => void refetch()}>Try again</Button>} />
        </div>
      )}
      {isGathering && progress !== null ? (
        <div className={styles.gathering}>
          <ProgressBar {...progress} label="Gathering the places" />
          <Button onPress={() => void queries.cancelQueries({ queryKey: ['search.concordance', params] })}>Stop</Button>
        </div>
      ) : null}
      {isStopped ? (
        <p className={styles.said}>
          Gathering was stopped. <Button onPress={() => void refetch()}>Gather again</Button>
        </p>
      ) : null}
      {data !== undefined && lines.length === 0 ? (
        <p className={styles.said}>
          No text has these words. A concordance needs a word or a phrase to show; fields only limit where it looks.
        </p>
      ) : null}
      <div
        ref={scroller}
        id={list.id}
        className={styles.lines}
        role="listbox"
        aria-label="Concordance"
        aria-multiselectable="true"
        {...(lines.length === 0 ? {} : { 'aria-activedescendant': `${list.id}-${active}` })}
        tabIndex={0}
        data-outdated={isPlaceholderData || undefined}
        onKeyDown={onKeyDown}
      >
        <VirtualRows list={rows}>
          {(line, index) => (
            <ConcordanceRow
              id={`${list.id}-${index}`}
              line={line}
              place={{ index, count: lines.length }}
              isActive={index === active}
              isSelected={selection.keys.has(keyOf(line))}
              spheres={spheres}
              onOpen={() => open(line)}
              onSelect={(extend) => {
                setAt(index);
                setSelection(extend ? extended(selection, keys, active, index) : toggled(selection, keys, index));
              }}
            />
          )}
        </VirtualRows>
      </div>
      <ConcordanceFooter
        found={data === undefined ? null : { lines: lines.length, documents: data.documents }}
        selected={selected.length}
        plan={plan}
        onPlanDone={() => {
          setPlan(null);
          scroller.current?.focus();
        }}
        spheres={spheres}
        picking={picking !== null}
        onPicking={(open_) => setPicking(open_ ? 'all' : null)}
        onSphere={(sphere) => tag(sphere, picking === 'all' && selected.length === 0 ? lines : chosenLines())}
        onMore={data?.complete === false && limit < mostLines ? () => setLimit(mostLines) : null}
      />
    </>
  );
}

function keyOf({ documentId, start, end }: ConcordanceLine): string {
  return `${documentId} ${start} ${end}`;
}

import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { SearchQuery, Sphere } from '../../../contract/index.ts';
import { useAsk, useEngine } from '../../engine/engine.tsx';
import { Button, InlineError, Spinner } from '../../ui/index.ts';
import { type BoxList, movedInList, useListKeys } from '../list-keys.ts';
import { openHit } from '../open-hit.ts';
import { useListPlace } from '../use-list-place.ts';
import type { useSearch } from '../use-search.ts';
import { HitRow } from './HitRow.tsx';
import { NoResults } from './NoResults.tsx';
import styles from './Results.module.css';

interface ResultsProps {
  list: BoxList;
  query: SearchQuery;
  /** What stands in the box: not yet asked where it is not the query's. */
  text: string;
  search: ReturnType<typeof useSearch>;
  isAnswered: boolean;
  /** What stood in the field when Enter came before its answer: its first hit opens when that is there. */
  wanted: string | null;
  onWant: (text: string) => void;
  spheres: readonly Sphere[];
  onTake: (text: string) => void;
}

/** The hits, best first. Arrows in the box move along them, Enter opens. */
export function Results({ list, query, text, search, isAnswered, wanted, onWant, spheres, onTake }: ResultsProps) {
  const engine = useEngine();
  const { data: answer, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = search;
  const { data: documents } = useAsk('documents.list', {});
  const byId = useMemo(() => new Map(documents?.map((document) => [document.id, document])), [documents]);
  const [at, setAt] = useListPlace(JSON.stringify(['results', text, query]));
  const scroller = useRef<HTMLDivElement>(null);
  const hits = answer?.hits ?? [];
  const active = Math.min(at, hits.length - 1);
  const chosen = hits[active];

  useEffect(() => {
    scroller.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
    if (hasNextPage && !isFetchingNextPage && active > hits.length - 10) void fetchNextPage();
  }, [active, hits.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    if (isAnswered && wanted === text && chosen !== undefined) openHit(engine, chosen, query);
  }, [engine, isAnswered, wanted, text, chosen, query]);

  const open = (index: number) => {
    const hit = hits[index];
    setAt(index);
    // An answer to what stood in the field before is not what Enter means: it waits for its own.
    if (!isAnswered) onWant(text);
    else if (hit !== undefined) openHit(engine, hit, query);
  };
  const takeKey = (event: KeyboardEvent) => {
    const next = movedInList(event.key, active, hits.length);
    if (next !== null) setAt(next);
    else if (event.key === 'Enter') open(active);
    else return false;
    return true;
  };
  useListKeys(list, takeKey, hits.length === 0 ? undefined : `${list.id}-${active}`);
  const onScroll = () => {
    const { current } = scroller;
    if (current === null || !hasNextPage || isFetchingNextPage) return;
    if (current.scrollHeight - current.scrollTop - current.clientHeight < 400) void fetchNextPage();
  };

  return (
    <>
      {error === null ? null : (
        <div className={styles.error}>
          <InlineError error={error} actions={<Button onPress={() => void refetch()}>Try again</Button>} />
        </div>
      )}
      {answer?.total === 0 ? <NoResults query={query} onTake={onTake} /> : null}
      <div
        ref={scroller}
        id={list.id}
        role="listbox"
        aria-label="Results"
        className={styles.list}
        data-outdated={!isAnswered || undefined}
        onScroll={onScroll}
      >
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
          <div
            key={`${hit.kind} ${hit.noteId ?? hit.passageId ?? hit.documentId}`}
            id={`${list.id}-${index}`}
            data-index={index}
            role="option"
            aria-selected={index === active}
            aria-posinset={index + 1}
            aria-setsize={answer?.total ?? hits.length}
            className={styles.hit}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => open(index)}
          >
            <HitRow hit={hit} document={byId.get(hit.documentId ?? '')} spheres={spheres} />
          </div>
        ))}
        {isFetchingNextPage ? (
          <div className={styles.more}>
            <Spinner label="More results" />
          </div>
        ) : null}
      </div>
    </>
  );
}

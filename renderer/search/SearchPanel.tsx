import { Search, Share } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useAsk } from '../engine/engine.tsx';
import { openExport } from '../exports/export-session.ts';
import { Button, Dialog, InlineError, Kbd, Spinner } from '../ui/index.ts';
import { flushUnsaved } from '../workspace/unsaved.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { HitRow } from './HitRow.tsx';
import { openHit } from './open-hit.ts';
import { SearchFilters } from './SearchFilters.tsx';
import styles from './SearchPanel.module.css';
import { queryOf, useSearchSession } from './search-session.ts';
import { useSearch, useSettled } from './use-search.ts';

/** Milliseconds between two keystrokes that are one thought. */
const debounce = 60;

/** Search over documents, passages and notes, as one types. */
export function SearchPanel() {
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const session = useSearchSession();
  const documentId = useWorkspace((state) => state.documentId);
  const text = useSettled(session.text, debounce);
  const query = queryOf({ ...session, text }, documentId);
  const { data: answer, error, hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage, refetch } = useSearch(query);
  const { data: spheres = [] } = useAsk('spheres.list', {});
  const { data: documents = [] } = useAsk('documents.list', {});
  const [at, setAt] = useState(0);
  /** What stood in the field when Enter came before its answer. */
  const [wanted, setWanted] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  const hits = query === null || answer === undefined ? [] : answer.hits;
  const active = Math.min(at, hits.length - 1);
  const chosen = hits[active];
  const isAnswered = text === session.text && answer !== undefined && !isPlaceholderData;

  useEffect(() => {
    // What was typed a moment ago should be found too.
    void flushUnsaved();
  }, []);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
    if (hasNextPage && !isFetchingNextPage && active > hits.length - 10) void fetchNextPage();
  }, [active, hits.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  useEffect(() => {
    if (isAnswered && wanted === text && chosen !== undefined) openHit(chosen, text.trim());
  }, [isAnswered, wanted, text, chosen]);

  const open = (index: number) => {
    const hit = hits[index];
    // An answer to what stood in the field before is not what Enter means: it waits for its own.
    if (!isAnswered) setWanted(session.text);
    else if (hit !== undefined) openHit(hit, text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = hits.length - 1;
    if (event.key === 'ArrowDown') setAt(Math.min(last, active + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, active - 1));
    else if (event.key === 'PageDown') setAt(Math.min(last, active + 6));
    else if (event.key === 'PageUp') setAt(Math.max(0, active - 6));
    else if (event.key === 'Enter') open(active);
    else return;
    event.preventDefault();
  };
  const onScroll = () => {
    const { current } = list;
    if (current === null || !hasNextPage || isFetchingNextPage) return;
    if (current.scrollHeight - current.scrollTop - current.clientHeight < 400) void fetchNextPage();
  };

  return (
    <Dialog bare title="Search the notebook" size="l" onClose={() => setOverlay(null)}>
      <div className={styles.panel}>
        <div className={styles.field}>
          <Search aria-hidden size={16} className={styles.glass} />
          <input
            role="combobox"
            aria-label="Search the notebook"
            aria-expanded="true"
            aria-controls={id}
            aria-autocomplete="list"
            {...(hits.length === 0 ? {} : { 'aria-activedescendant': `${id}-${active}` })}
            placeholder="Search documents, passages and notes"
            spellCheck={false}
            autoFocus
            onFocus={(event) => event.target.select()}
            value={session.text}
            onChange={(event) => {
              useSearchSession.setState({ text: event.target.value });
              setAt(0);
              setWanted(null);
            }}
            onKeyDown={onKeyDown}
          />
          <Kbd keys="Escape" />
        </div>
        <SearchFilters spheres={spheres} onChange={() => setAt(0)} />
        {error === null || query === null ? null : (
          <div className={styles.error}>
            <InlineError error={error} actions={<Button onPress={() => void refetch()}>Try again</Button>} />
          </div>
        )}
        {query === null ? <Hints /> : null}
        {query !== null && answer?.total === 0 ? <Nothing text={query.text} /> : null}
        <div
          ref={list}
          id={id}
          role="listbox"
          aria-label="Results"
          className={styles.list}
          data-outdated={(query !== null && !isAnswered) || undefined}
          onScroll={onScroll}
        >
          {hits.map((hit, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active option.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
            <div
              key={`${hit.kind} ${hit.noteId ?? hit.passageId ?? hit.documentId}`}
              id={`${id}-${index}`}
              data-index={index}
              role="option"
              aria-selected={index === active}
              className={styles.hit}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => open(index)}
            >
              <HitRow hit={hit} document={documents.find((document) => document.id === hit.documentId)} spheres={spheres} />
            </div>
          ))}
          {isFetchingNextPage ? (
            <div className={styles.more}>
              <Spinner label="More results" />
            </div>
          ) : null}
        </div>
        <footer className={styles.footer}>
          <span role="status">{query === null || answer === undefined ? '' : countWords(answer.total)}</span>
          {query === null || answer === undefined || answer.total === 0 ? null : (
            <Button variant="quiet" onPress={() => openExport({ kind: 'search', query })}>
              <Share aria-hidden size={14} />
              Export these
            </Button>
          )}
          <span className={styles.keys}>
            <Kbd keys="ArrowUp" />
            <Kbd keys="ArrowDown" /> choose <Kbd keys="Enter" /> open
          </span>
        </footer>
      </div>
    </Dialog>
  );
}

function Hints() {
  return (
    <dl className={styles.hints}>
      <dt>joint venture</dt>
      <dd>both words, in any of their forms</dd>
      <dt>“joint venture”</dt>
      <dd>exactly this phrase</dd>
    </dl>
  );
}

function Nothing({ text }: { text: string }) {
  const { kind, sphereIds, inDocument } = useSearchSession();
  const filtered = kind !== 'all' || sphereIds.length > 0 || inDocument;
  return (
    <div className={styles.nothing}>
      <p>Nothing has “{text}”.</p>
      {filtered ? (
        <Button onPress={() => useSearchSession.setState({ kind: 'all', sphereIds: [], inDocument: false })}>Search everywhere</Button>
      ) : (
        <p>Try fewer words, or another form of them.</p>
      )}
    </div>
  );
}

function countWords(total: number): string {
  return `${new Intl.NumberFormat().format(total)} ${total === 1 ? 'result' : 'results'}`;
}

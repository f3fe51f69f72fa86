import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { SearchQuery, Sphere, Suggestion } from '../../contract/index.ts';
import { runCommand, useCommand } from '../commands/commands.ts';
import { isKey } from '../commands/keys.ts';
import { useAsk, useEngine } from '../engine/engine.tsx';
import { Dialog, onMac } from '../ui/index.ts';
import { flushUnsaved } from '../workspace/unsaved.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { BoxButtons } from './box/BoxButtons.tsx';
import { Notices } from './box/Notices.tsx';
import { accept, settledProblems, withOperator } from './box/query-text.ts';
import { SearchBox } from './box/SearchBox.tsx';
import { Suggestions } from './box/Suggestions.tsx';
import { useTyped } from './box/use-typed.ts';
import { Concordance } from './concordance/Concordance.tsx';
import { EmptySearch } from './help/EmptySearch.tsx';
import { SearchHelp } from './help/SearchHelp.tsx';
import { noKeys } from './list-keys.ts';
import { Facets } from './narrowing/Facets.tsx';
import { SearchToolbar } from './narrowing/SearchToolbar.tsx';
import { useNarrowing } from './narrowing/use-narrowing.ts';
import { PanelFooter } from './PanelFooter.tsx';
import { Results } from './results/Results.tsx';
import { ResultsFooter } from './results/ResultsFooter.tsx';
import styles from './SearchPanel.module.css';
import { SaveSearch } from './saved/SaveSearch.tsx';
import { removeSearch } from './saved/saved-searches.ts';
import { queryOf, searchFor, useSearchSession } from './search-session.ts';
import { useSearch } from './use-search.ts';

const noSpheres: readonly Sphere[] = [];

/** Search over documents, passages and notes, as one types; what is found as a list or as a concordance. */
export function SearchPanel() {
  const engine = useEngine();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const session = useSearchSession();
  const documentId = useWorkspace((state) => state.documentId);
  const [caret, setCaret] = useState(session.text.length);
  const { asked, isRead, half, suggestions, pending } = useTyped(session.text, caret);
  const query = queryOf({ ...session, text: asked }, documentId);
  const search = useSearch(query);
  const { data: spheres = noSpheres } = useAsk('spheres.list', {});
  const { data: saved = [] } = useAsk('searches.list', {});
  const [suggested, setSuggested] = useState(0);
  const [helping, setHelping] = useState(false);
  const [saving, setSaving] = useState(false);
  const [wanted, setWanted] = useState<string | null>(null);
  const [activeId, setActiveId] = useState<string | undefined>();
  const field = useRef<HTMLInputElement>(null);
  const keys = useRef<(event: KeyboardEvent) => boolean>(noKeys);
  const id = useId();

  const list = { id: `${id}-list`, keys, onActive: setActiveId };
  const { view } = session;
  const narrowing = useNarrowing();
  const answer = query === null ? undefined : search.data;
  const isAnswered = isRead && answer !== undefined && !search.isPlaceholderData;
  const problems = isAnswered ? settledProblems(answer.problems, { caret, half, suggestions }) : [];
  // A concordance goes through documents alone.
  const facetQuery: SearchQuery | null = query !== null && view === 'concordance' ? { ...query, kinds: ['document'] } : query;
  const kept = saved.find(({ text }) => text === session.text.trim());
  const body = helping ? 'help' : query !== null ? view : isRead ? 'empty' : 'wait';

  useEffect(() => {
    // What was typed a moment ago should be found too.
    void flushUnsaved();
  }, []);

  const toBox = () => {
    field.current?.focus();
    field.current?.select();
  };
  const take = (text: string, at = text.length) => {
    flushSync(() => {
      useSearchSession.setState({ text });
      setCaret(at);
      setSuggested(0);
      setHelping(false);
    });
    field.current?.focus();
    field.current?.setSelectionRange(at, at);
  };
  const takeSuggestion = (suggestion: Suggestion) => {
    const { text, caret: at } = accept(session.text, suggestion);
    take(text, at);
  };
  const takeOperator = (operator: string) => {
    const { text, caret: at } = withOperator(session.text, caret, operator);
    take(text, at);
  };
  const takeWhole = (text: string) => {
    searchFor(text);
    take(text);
  };
  const show = (shown: typeof view) => {
    useSearchSession.setState({ view: shown });
    setHelping(false);
    toBox();
  };
  useCommand('go.search', () => show('results'));
  useCommand('go.concordance', () => show('concordance'));

  const onBoxKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const suggestion = suggestions[suggested];
    const step = event.altKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
    if (step !== undefined) setSuggested((suggested + step + suggestions.length) % Math.max(1, suggestions.length));
    else if (event.key === 'Tab' && !event.shiftKey && suggestion !== undefined) takeSuggestion(suggestion);
    // What will be offered is not there yet: the focus stays where it is typed.
    else if (event.key === 'Tab' && !event.shiftKey && pending) setSuggested(0);
    else if (event.key === 'Enter' && half !== null && suggestion !== undefined) takeSuggestion(suggestion);
    else if (event.key === 'Enter' && body === 'wait') setWanted(session.text);
    else if (event.key === 'Enter' && event.altKey) answer?.didYouMean && take(answer.didYouMean);
    else if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || !keys.current(event)) return;
    event.preventDefault();
    // The dialog, which keeps the focus within it, would move it on with Tab.
    event.stopPropagation();
  };
  const onPanelKey = (event: KeyboardEvent) => {
    if (isKey(event, 'Mod+S', onMac)) toggleSaved();
    else if (isKey(event, 'Mod+/', onMac)) setHelping(!helping);
    // In the box it is about what is typed.
    else if (isKey(event, 'Mod+Z', onMac) && !(event.target instanceof HTMLInputElement)) runCommand('edit.undo');
    else if (event.key === 'Escape' && helping) take(session.text, caret);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const toggleSaved = () => {
    if (kept !== undefined) void removeSearch(engine, kept);
    else setSaving(session.text.trim() !== '');
  };

  return (
    <Dialog bare title="Search the notebook" size="xl" onClose={() => setOverlay(null)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of all that is in it. */}
      <div className={styles.panel} onKeyDown={onPanelKey}>
        <SearchBox
          field={field}
          text={session.text}
          onChange={(text, at) => {
            if (text !== session.text) {
              useSearchSession.setState({ text });
              setSuggested(0);
              setHelping(false);
            }
            setCaret(at);
          }}
          onKeyDown={onBoxKey}
          problems={problems}
          list={body === 'help' || body === 'wait' ? null : { id: list.id, activeId }}
          describedBy={`${id}-notices`}
        >
          <BoxButtons
            view={view}
            onView={show}
            kept={kept}
            canSave={session.text.trim() !== ''}
            onSave={toggleSaved}
            helping={helping}
            onHelp={() => setHelping(!helping)}
          />
        </SearchBox>
        {saving ? (
          <SaveSearch
            text={session.text.trim()}
            onDone={() => {
              setSaving(false);
              field.current?.focus();
            }}
          />
        ) : (
          <Suggestions suggestions={suggestions} at={suggested} onTake={takeSuggestion} onOperator={takeOperator} />
        )}
        {body === 'help' ? <SearchHelp spheres={spheres} onTake={takeWhole} /> : null}
        {body === 'empty' ? (
          <EmptySearch
            list={list}
            spheres={spheres}
            onTake={takeWhole}
            onConcordance={() => show('concordance')}
            onHelp={() => setHelping(true)}
          />
        ) : null}
        {query === null || (body !== 'results' && body !== 'concordance') ? (
          <PanelFooter status="" keys={panelKeys} />
        ) : (
          <div className={styles.answer}>
            {narrowing.isShown ? (
              <Facets query={isAnswered ? facetQuery : null} text={session.text} spheres={spheres} onTake={take} />
            ) : null}
            <div className={styles.found}>
              <SearchToolbar />
              <Notices
                id={`${id}-notices`}
                problems={problems}
                aliases={answer?.aliases ?? []}
                didYouMean={isAnswered ? answer.didYouMean : null}
                onTake={take}
              />
              {view === 'results' ? (
                <>
                  <Results
                    list={list}
                    query={query}
                    text={session.text}
                    search={search}
                    isAnswered={isAnswered}
                    wanted={half === null ? wanted : null}
                    onWant={setWanted}
                    spheres={spheres}
                    onTake={take}
                  />
                  <ResultsFooter query={query} answer={answer} spheres={spheres} onBack={toBox} />
                </>
              ) : (
                <Concordance list={list} query={query} sort={session.concordanceSort} spheres={spheres} onBack={toBox} />
              )}
            </div>
          </div>
        )}
      </div>
    </Dialog>
  );
}

const panelKeys = [
  ['ArrowUp ArrowDown', 'choose'],
  ['Enter', 'take'],
  ['Mod+/', 'help'],
] as const;

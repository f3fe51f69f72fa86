import { AlignCenter, CircleHelp, Clock, Languages, type LucideIcon, Star } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Sphere } from '../../../contract/index.ts';
import { useAsk, useEngine } from '../../engine/engine.tsx';
import { Kbd, notifyError } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { type BoxList, movedInList, useListKeys } from '../list-keys.ts';
import rows from '../Rows.module.css';
import styles from './EmptySearch.module.css';
import { ExampleButton } from './ExampleButton.tsx';
import { firstExamples } from './query-help.ts';

/** Searches of before that are offered. */
const mostRemembered = 8;
/** Documents whose titles are read for examples. */
const titlesRead = 40;

interface EmptySearchProps {
  list: BoxList;
  spheres: readonly Sphere[];
  onTake: (text: string) => void;
  onConcordance: () => void;
  onHelp: () => void;
}

/** What an empty box offers: searches of before and searches kept, to take with the arrows; examples, and what else there is. */
export function EmptySearch({ list, spheres, onTake, onConcordance, onHelp }: EmptySearchProps) {
  const { data: documents = [] } = useAsk('documents.list', {});
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const titles = documents.slice(0, titlesRead).map(({ title }) => title);
  return (
    <div className={styles.empty}>
      <Before list={list} onTake={onTake} />
      <div className={styles.column}>
        <h3 className={rows.title}>Try</h3>
        {firstExamples(titles, spheres).map(([query, finds]) => (
          <div key={query} className={styles.example}>
            <ExampleButton query={query} onTake={onTake} />
            <span className={rows.aside}>{finds}</span>
          </div>
        ))}
        <h3 className={`${rows.title} ${styles.also}`}>There is also</h3>
        <Way Icon={CircleHelp} name="What can be asked" says="phrases, fields, dates, spheres that meet" keys="Mod+/" onPress={onHelp} />
        <Way Icon={AlignCenter} name="Concordance" says="each place in its line" keys="Mod+Shift+F" onPress={onConcordance} />
        <Way Icon={Languages} name="Names that are one" says="in several scripts" onPress={() => setOverlay('aliases')} />
      </div>
    </div>
  );
}

interface WayProps {
  Icon: LucideIcon;
  name: string;
  says: string;
  keys?: string;
  onPress: () => void;
}

function Way({ Icon, name, says, keys, onPress }: WayProps) {
  return (
    <Button className={`${rows.row} ${styles.offer}`} onPress={onPress}>
      <Icon aria-hidden size={14} />
      <span className={styles.name}>{name}</span>
      <span className={`${rows.aside} ${rows.label}`}>{says}</span>
      {keys === undefined ? null : (
        <span className={styles.keys}>
          <Kbd keys={keys} />
        </span>
      )}
    </Button>
  );
}

function Before({ list, onTake }: Pick<EmptySearchProps, 'list' | 'onTake'>) {
  const engine = useEngine();
  const { data: history = [] } = useAsk('searches.history', { limit: mostRemembered });
  const { data: saved = [] } = useAsk('searches.list', {});
  const [at, setAt] = useState(-1);
  const scroller = useRef<HTMLDivElement>(null);
  const offers = [
    ...history.map((text) => ({ key: text, label: text, text, Icon: Clock })),
    ...saved.map(({ id, name, text }) => ({ key: id, label: name, text, Icon: Star })),
  ];
  const active = Math.min(at, offers.length - 1);
  const chosen = offers[active];

  useEffect(() => {
    scroller.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const takeKey = (event: KeyboardEvent) => {
    const next = movedInList(event.key, active, offers.length);
    if (next !== null) setAt(next);
    else if (event.key === 'Enter' && chosen !== undefined) onTake(chosen.text);
    else return false;
    return true;
  };
  useListKeys(list, takeKey, chosen === undefined ? undefined : `${list.id}-${active}`);

  return (
    <div className={styles.column}>
      <div className={styles.head}>
        <h3 className={rows.title}>{saved.length === 0 ? 'Searched for before' : 'Searched for before, and saved'}</h3>
        {history.length === 0 ? null : (
          <Button
            className={rows.words ?? ''}
            onPress={() => void engine.call('searches.forgetHistory', {}).catch(notifyError)}
            aria-label="Forget what was searched for"
          >
            Forget
          </Button>
        )}
      </div>
      {offers.length === 0 ? <p className={rows.words}>Searches that led somewhere are kept here, in this notebook alone.</p> : null}
      <div ref={scroller} id={list.id} role="listbox" aria-label="Searches" className={styles.list}>
        {offers.map(({ key, label, text, Icon }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
          <div
            key={key}
            id={`${list.id}-${index}`}
            data-index={index}
            role="option"
            aria-selected={index === active}
            className={`${rows.row} ${styles.offer}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(text)}
          >
            <Icon aria-hidden size={14} />
            <span className={rows.label} dir="auto">
              {label}
            </span>
            {label === text ? null : <span className={`${rows.aside} ${rows.label}`}>{text}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}

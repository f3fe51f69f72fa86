import { Clock, Star } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Sphere } from '../../../contract/index.ts';
import { useAsk, useEngine } from '../../engine/engine.tsx';
import { Button, notifyError } from '../../ui/index.ts';
import { type BoxList, movedTo, useListKeys } from '../list-keys.ts';
import styles from './EmptySearch.module.css';

/** Searches of before that are offered. */
const mostRemembered = 8;

interface EmptySearchProps {
  list: BoxList;
  spheres: readonly Sphere[];
  onTake: (text: string) => void;
  onHelp: () => void;
}

/** What an empty box offers: searches of before and searches kept, to take with the arrows, and examples. */
export function EmptySearch({ list, spheres, onTake, onHelp }: EmptySearchProps) {
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
    const next = movedTo(event.key, active, offers.length - 1);
    if (next !== null) setAt(next);
    else if (event.key === 'Enter' && chosen !== undefined) onTake(chosen.text);
    else return false;
    return true;
  };
  useListKeys(list, takeKey, chosen === undefined ? undefined : `${list.id}-${active}`);

  return (
    <div className={styles.empty}>
      <div className={styles.column}>
        <div className={styles.head}>
          <h3 className={styles.title}>{saved.length === 0 ? 'Searched for before' : 'Searched for before, and saved'}</h3>
          {history.length === 0 ? null : (
            <AriaButton
              className={styles.forget ?? ''}
              onPress={() => void engine.call('searches.forgetHistory', {}).catch(notifyError)}
              aria-label="Forget what was searched for"
            >
              Forget
            </AriaButton>
          )}
        </div>
        {offers.length === 0 ? <p className={styles.words}>Searches that led somewhere are kept here, in this notebook alone.</p> : null}
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
              className={styles.offer}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTake(text)}
            >
              <Icon aria-hidden size={14} />
              <span className={styles.label}>{label}</span>
              {label === text ? null : <span className={styles.text}>{text}</span>}
            </div>
          ))}
        </div>
      </div>
      <div className={styles.column}>
        <h3 className={styles.title}>Try</h3>
        {examples(spheres).map(({ example, meaning }) => (
          <AriaButton key={example} className={styles.example ?? ''} onPress={() => onTake(example)}>
            <span className={styles.code}>{example}</span>
            <span className={styles.meaning}>{meaning}</span>
          </AriaButton>
        ))}
        <Button variant="quiet" onPress={onHelp}>
          All that can be asked…
        </Button>
      </div>
    </div>
  );
}

function examples(spheres: readonly Sphere[]): { example: string; meaning: string }[] {
  const sphere = spheres.find(({ passages }) => passages > 0) ?? spheres[0];
  return [
    { example: '"joint venture"', meaning: 'exactly this phrase' },
    { example: 'gas -oil', meaning: 'one word without the other' },
    ...(sphere === undefined || /\s/u.test(sphere.name)
      ? []
      : [{ example: `sphere:${sphere.name}`, meaning: 'passages in a sphere, and their documents' }]),
    { example: 'has:note', meaning: 'what has a note' },
    { example: 'published:2024..', meaning: 'published since' },
  ];
}

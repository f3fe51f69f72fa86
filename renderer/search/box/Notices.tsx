import { RotateCcw, TriangleAlert, X } from 'lucide-react';
import { Fragment } from 'react';
import { Button } from 'react-aria-components';
import type { AliasGroup, QueryProblem } from '../../../contract/index.ts';
import { useAsk } from '../../engine/engine.tsx';
import { Kbd } from '../../ui/index.ts';
import { useSearchSession } from '../search-session.ts';
import styles from './Notices.module.css';

const count = new Intl.NumberFormat();

interface NoticesProps {
  id: string;
  problems: readonly QueryProblem[];
  aliases: readonly AliasGroup[];
  didYouMean: string | null;
  onTake: (text: string) => void;
}

/** What is to be said of a query beside its answer: what was not understood, what else was looked for, what may have been meant. */
export function Notices({ id, problems, aliases, didYouMean, onTake }: NoticesProps) {
  return (
    <div id={id} className={styles.notices}>
      {problems.map(({ start, message }) => (
        <p key={start} className={styles.problem}>
          <TriangleAlert aria-hidden size={14} />
          {message}
        </p>
      ))}
      {didYouMean === null ? null : (
        <p className={styles.meant}>
          Did you mean{' '}
          <Button className={styles.take ?? ''} onPress={() => onTake(didYouMean)}>
            {didYouMean}
          </Button>
          <Kbd keys="Alt+Enter" />
        </p>
      )}
      {aliases.length === 0 ? null : <Aliases groups={aliases} />}
      <IndexState />
    </div>
  );
}

/** Names that are looked for beside the one that was typed; each group can be left out. */
function Aliases({ groups }: { groups: readonly AliasGroup[] }) {
  const text = useSearchSession((session) => session.text);
  const without = useSearchSession((session) => session.without);
  const typed = text.toLowerCase();
  return (
    <p className={styles.aliases}>
      Also:
      {groups.map(({ id, names }) => {
        const isOff = without.includes(id);
        const others = names.filter((name) => !typed.includes(name.toLowerCase()));
        const said = others.length === 0 ? names : others;
        const words = said.join(', ');
        const Icon = isOff ? RotateCcw : X;
        return (
          <Button
            key={id}
            className={styles.alias ?? ''}
            data-off={isOff || undefined}
            aria-label={isOff ? `Search for ${words} too` : `Search without ${words}`}
            onPress={() => useSearchSession.setState({ without: isOff ? without.filter((other) => other !== id) : [...without, id] })}
          >
            <span>
              {said.map((name, index) => (
                <Fragment key={name}>
                  {index === 0 ? '' : ', '}
                  <bdi>{name}</bdi>
                </Fragment>
              ))}
            </span>
            <Icon aria-hidden size={12} />
          </Button>
        );
      })}
    </p>
  );
}

/** Says that the index is still being made anew, and what that means for what is found. */
function IndexState() {
  const { data: state } = useAsk('search.state', {});
  if (state === undefined || state.pending === 0) return null;
  return (
    <p className={styles.renewing}>
      The index is being brought up to date: {count.format(state.pending)} of {count.format(state.total)} texts to go. Until then some forms
      of a word may not be found.
    </p>
  );
}

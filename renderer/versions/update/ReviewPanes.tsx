import { type KeyboardEvent, useState } from 'react';
import { sureScore, type UpdateReview } from '../../../contract/index.ts';
import { Button, EmptyState, Kbd } from '../../ui/index.ts';
import { WalkList } from '../comparison/WalkList.tsx';
import { Segmented } from '../Segmented.tsx';
import { outcomeWords, scoreText } from '../words.ts';
import {
  acceptable,
  acceptFrom,
  type Choice,
  choiceOf,
  countOutcomes,
  type Decisions,
  filtered,
  otherPlaces,
  type ReviewFilter,
  tally,
} from './acceptance.ts';
import { PassageReview } from './PassageReview.tsx';
import styles from './ReviewPanes.module.css';
import { ReviewRow } from './ReviewRow.tsx';
import { useSpheresOf } from './useSpheresOf.ts';

/** Height of a row in CSS pixels: a line of quote over a line about it. */
const rowHeight = 50;
const idOf = ({ passageId }: { passageId: string }) => passageId;
/** The lowest score that all places above are accepted from at once, in per cent. */
const lowest = 50;

interface ReviewPanesProps {
  documentId: string;
  review: UpdateReview;
  decisions: Decisions;
  onDecide: (decisions: Decisions) => void;
}

/** The passages of a review beside the one that is looked at. */
export function ReviewPanes({ documentId, review, decisions, onDecide }: ReviewPanesProps) {
  const { passages, words, unchanged } = review;
  const [filter, setFilter] = useState<ReviewFilter>('all');
  const [activeId, setActiveId] = useState<string | null>(null);
  const [score, setScore] = useState(sureScore);
  const spheresOf = useSpheresOf(documentId);
  const number = new Intl.NumberFormat();
  const counts = countOutcomes(passages);
  const { open } = tally(passages, decisions);
  const shown = filtered(passages, decisions, filter);
  // What was just decided leaves the list of what is open, yet stays in sight until another is chosen.
  const active = passages.find(({ passageId }) => passageId === activeId) ?? shown[0];
  const sure = acceptable(passages, decisions, score);

  const decide = (choice: Choice) => {
    if (active !== undefined) onDecide(new Map([...decisions, [active.passageId, choice]]));
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (active === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
    const other = /^[1-9]$/.test(event.key) ? otherPlaces(active)[Number(event.key) - 1] : undefined;
    if (other !== undefined) decide(other.index);
    else if (event.key === 'Enter' && active.after !== null) decide('found');
    else if (event.key === 'Delete' || event.key === 'Backspace') decide('detached');
    else return false;
    if (filter !== 'open') return true;
    const at = shown.indexOf(active);
    setActiveId((shown[at + 1] ?? shown[at - 1])?.passageId ?? null);
    return true;
  };

  const intro = unchanged
    ? 'The document reads so already, word for word.'
    : `The new text has ${number.format(words)} words. The document keeps its title and source, and what it was as a version.`;
  if (passages.length === 0) return <EmptyState>{intro} There are no passages to find again.</EmptyState>;
  return (
    <div className={styles.review}>
      <p className={styles.intro}>{intro}</p>
      <div className={styles.bar}>
        <Segmented
          label="Passages shown"
          value={filter}
          onChange={(value) => {
            setFilter(value);
            setActiveId(null);
          }}
          choices={[
            { id: 'all', label: `All ${number.format(passages.length)}` },
            ...(['kept', 'moved', 'changed', 'lost'] as const).map((id) => ({
              id,
              label: `${outcomeWords[id]} ${number.format(counts[id])}`,
            })),
            { id: 'open', label: `To decide ${number.format(open)}` },
          ]}
        />
        <label className={styles.sure}>
          <span>Score from</span>
          <input
            type="range"
            min={lowest}
            max={100}
            value={Math.round(score * 100)}
            aria-valuetext={scoreText(score)}
            onChange={(event) => setScore(event.target.valueAsNumber / 100)}
          />
          <span className={styles.score} aria-hidden>
            {scoreText(score)}
          </span>
        </label>
        <Button isDisabled={sure.length === 0} onPress={() => onDecide(acceptFrom(passages, decisions, score))}>
          {sure.length === 0 ? 'Accept all above' : `Accept ${number.format(sure.length)} above`}
        </Button>
      </div>
      <div className={styles.columns}>
        {shown.length === 0 ? (
          <EmptyState>{filter === 'open' ? 'All is decided.' : 'No passage is of this kind.'}</EmptyState>
        ) : (
          <WalkList
            label="Passages"
            items={shown}
            idOf={idOf}
            rowHeight={rowHeight}
            activeId={active?.passageId ?? null}
            onActive={setActiveId}
            row={(passage) => <ReviewRow passage={passage} spheres={spheresOf(passage.passageId)} choice={choiceOf(decisions, passage)} />}
            onKey={onKey}
            takesFocus
          />
        )}
        {active === undefined ? null : (
          <PassageReview
            key={active.passageId}
            passage={active}
            spheres={spheresOf(active.passageId)}
            choice={choiceOf(decisions, active)}
            onChoose={decide}
          />
        )}
      </div>
      <p className={styles.keys}>
        <Kbd keys="ArrowDown" /> next <Kbd keys="Enter" /> accept the place found <Kbd keys="1" /> … another place <Kbd keys="Delete" />{' '}
        leave detached
      </p>
    </div>
  );
}

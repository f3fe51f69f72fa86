import { memo } from 'react';
import type { Passage, Sphere } from '../../contract/index.ts';
import { NoteEditor } from '../notes/NoteEditor.tsx';
import { SphereChip, sphereStyle } from '../ui/index.ts';
import { CardActions } from './CardActions.tsx';
import { formatAgo, formatDate } from './grading/when.ts';
import { Known } from './Known.tsx';
import styles from './PassageCard.module.css';
import { usePassagesView } from './passages-view.ts';
import { Quote } from './Quote.tsx';

export interface PassageCardProps {
  passage: Passage;
  spheres: readonly Sphere[];
  /** The card that the keyboard is on; its buttons alone are stops of the Tab key. */
  active: boolean;
  writing: boolean;
  /** To the minute, in milliseconds: what the card's date is told by. */
  now: number;
  onPick: (passageId: string) => void;
  /** The note was left by a key, so the keyboard goes back to the card. */
  onNoteLeft: (passageId: string) => void;
}

/** One passage: its words, its spheres, the note on it, who put it there and when. Each save has a book's cards looked at again. */
export const PassageCard = memo(Card, (before, { passage, ...rest }) => {
  const others = Object.entries(rest).every(([name, value]) => Reflect.get(before, name) === value);
  return others && looksSame(before.passage, passage);
});

/** Where in the text a passage stands is nothing that its card shows. */
function looksSame(a: Passage, b: Passage): boolean {
  const { start, end, segments } = a;
  const moved = { ...b, start, end, segments };
  return Object.entries(moved).every(([name, value]) => Reflect.get(a, name) === value);
}

function Card({ passage, spheres, active, writing, now, onPick, onNoteLeft }: PassageCardProps) {
  const own = spheresOf(passage, spheres);
  const today = new Date(now);
  return (
    <div className={styles.card}>
      <span className={styles.bars} aria-hidden>
        {own.slice(0, mostBars).map((sphere) => (
          <i key={sphere.id} style={sphereStyle(sphere)} />
        ))}
      </span>
      <div className={styles.body}>
        <Quote text={passage.quote} tabStop={active} />
        <p className={styles.spheres}>
          {own.map((sphere) => (
            <SphereChip key={sphere.id} sphere={sphere} />
          ))}
          {own.length === 0 ? <span className={styles.none}>in no sphere</span> : null}
        </p>
        {passage.note === '' && !writing ? null : (
          <div className={styles.note}>
            <NoteEditor
              target={{ kind: 'passage', id: passage.id }}
              body={passage.note}
              label="Note on the passage"
              placeholder="What this passage means"
              deed={{ label: 'Note on the passage', documentId: passage.documentId }}
              editing={writing}
              withButton={false}
              onEdit={() => usePassagesView.setState({ writing: passage.id })}
              onDone={(byKey) => {
                usePassagesView.setState(({ writing: current }) => (current === passage.id ? { writing: null } : {}));
                if (byKey) onNoteLeft(passage.id);
              }}
            />
          </div>
        )}
        <div className={styles.foot}>
          <Known passage={passage} tabStop={active} />
          <p className={styles.meta}>
            <span className={styles.who}>{passage.analyst}</span>
            <time dateTime={passage.createdAt} title={formatAgo(passage.createdAt, today)}>
              {formatDate(passage.createdAt, today)}
            </time>
          </p>
        </div>
        <CardActions passage={passage} tabStop={active} onPick={() => onPick(passage.id)} />
      </div>
    </div>
  );
}

/** More bars would be wider than the words they stand for; the chips name every sphere. */
const mostBars = 4;

/** In the order of the codebook, so that cards can be compared at a glance. */
export function spheresOf(passage: Passage, spheres: readonly Sphere[]): Sphere[] {
  const ids = new Set(passage.taggings.map(({ sphereId }) => sphereId));
  return spheres.filter(({ id }) => ids.has(id));
}

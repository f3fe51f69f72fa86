import type { Passage, Sphere } from '../../contract/index.ts';
import { NoteEditor } from '../notes/NoteEditor.tsx';
import { SphereChip, sphereStyle } from '../ui/index.ts';
import { CardActions } from './CardActions.tsx';
import { Known } from './Known.tsx';
import styles from './PassageCard.module.css';
import { usePassagesView } from './passages-view.ts';
import { Quote } from './Quote.tsx';
import { formatAgo, formatDate } from './when.ts';

export interface PassageCardProps {
  passage: Passage;
  spheres: readonly Sphere[];
  /** The card that the keyboard is on; its buttons alone are stops of the Tab key. */
  active: boolean;
  writing: boolean;
  onPick: () => void;
  /** The note was left by a key, so the keyboard goes back to the card. */
  onNoteLeft: () => void;
}

/** One passage: its words, its spheres, the note on it, who put it there and when. */
export function PassageCard({ passage, spheres, active, writing, onPick, onNoteLeft }: PassageCardProps) {
  const own = spheresOf(passage, spheres);
  const now = new Date();
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
                if (byKey) onNoteLeft();
              }}
            />
          </div>
        )}
        <Known passage={passage} tabStop={active} />
        <p className={styles.meta}>
          <span className={styles.who}>{passage.analyst}</span>
          <time dateTime={passage.createdAt} title={formatAgo(passage.createdAt, now)}>
            {formatDate(passage.createdAt, now)}
          </time>
        </p>
        <CardActions passage={passage} tabStop={active} onPick={onPick} />
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

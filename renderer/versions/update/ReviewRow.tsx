import { ArrowDownUp, Check, PencilLine, Unlink } from 'lucide-react';
import type { PassageOutcome, ReviewedPassage, Sphere } from '../../../contract/index.ts';
import { SphereDot } from '../../ui/index.ts';
import { outcomeWords, scoreText } from '../words.ts';
import type { Choice } from './acceptance.ts';
import styles from './ReviewRow.module.css';

export const outcomeIcons = { kept: Check, moved: ArrowDownUp, changed: PencilLine, lost: Unlink } satisfies Record<
  PassageOutcome,
  unknown
>;

interface ReviewRowProps {
  passage: ReviewedPassage;
  spheres: readonly Sphere[];
  choice: Choice | undefined;
}

/** A passage in the review: its words, what became of it, and what was decided. */
export function ReviewRow({ passage: { outcome, score, before }, spheres, choice }: ReviewRowProps) {
  const Icon = outcomeIcons[outcome];
  return (
    <div className={styles.passage} data-open={choice === undefined || undefined}>
      <span className={styles.quote} dir="auto">
        {before.quote}
      </span>
      <span className={styles.facts}>
        <Icon aria-hidden size={12} />
        <span>{outcome === 'lost' ? outcomeWords.lost : `${outcomeWords[outcome]} · ${scoreText(score)}`}</span>
        {spheres.map((sphere) => (
          <SphereDot key={sphere.id} sphere={sphere} />
        ))}
        <span className={styles.decision}>{decisionWords(choice)}</span>
      </span>
    </div>
  );
}

function decisionWords(choice: Choice | undefined): string {
  if (choice === undefined) return 'to decide';
  if (choice === 'detached') return 'detached';
  return choice === 'found' ? 'accepted' : 'another place';
}

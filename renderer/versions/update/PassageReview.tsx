import { useMemo } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { DifferenceKind, PassagePlace, ReviewedPassage, Sphere } from '../../../contract/index.ts';
import { SphereChip } from '../../ui/index.ts';
import { Difference } from '../comparison/Difference.tsx';
import { outcomeWords, scoreText } from '../words.ts';
import { type Choice, otherPlaces, placeOf } from './acceptance.ts';
import styles from './PassageReview.module.css';
import { quoteDifference } from './quote-difference.ts';
import { outcomeIcons } from './ReviewRow.tsx';

interface PassageReviewProps {
  passage: ReviewedPassage;
  spheres: readonly Sphere[];
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

/** One passage of a review: its old words beside the new ones, and where it may stand. */
export function PassageReview({ passage, spheres, choice, onChoose }: PassageReviewProps) {
  const { outcome, before, after } = passage;
  const Icon = outcomeIcons[outcome];
  const shown = placeOf(passage, choice === 'detached' ? 'found' : (choice ?? 'found'));
  const parts = useMemo(() => (shown === null ? null : quoteDifference(before.quote, shown.quote)), [before.quote, shown]);
  const others = otherPlaces(passage);
  return (
    <section className={styles.passage} aria-label="Passage">
      <h3 className={styles.outcome}>
        <Icon aria-hidden size={15} />
        {outcomeWords[outcome]}
        <span className={styles.why}>{why(passage)}</span>
      </h3>
      <p className={styles.spheres}>
        {spheres.map((sphere) => (
          <SphereChip key={sphere.id} sphere={sphere} />
        ))}
        {spheres.length === 0 ? <span className={styles.why}>in no sphere</span> : null}
      </p>
      <div className={styles.sides}>
        <Side title={before.segments.length === 0 ? 'Now: detached' : 'Now'} place={before} parts={parts?.filter(not('added'))} />
        {shown === null ? (
          <figure className={styles.side}>
            <figcaption className={styles.caption}>In the new text</figcaption>
            <p className={styles.nowhere}>{others.length === 0 ? 'Nowhere to be found.' : 'No clear place: choose one, or leave it.'}</p>
          </figure>
        ) : (
          <Side title="In the new text" place={shown} parts={parts?.filter(not('removed'))} />
        )}
      </div>
      <RadioGroup
        className={styles.choices ?? ''}
        aria-label="Where it goes"
        value={choice === undefined ? null : String(choice)}
        onChange={(value) => onChoose(value === 'found' || value === 'detached' ? value : Number(value))}
      >
        {after === null ? null : <Place value="found" title={`Accept the place found · ${scoreText(passage.score)}`} />}
        {others.map(({ index, place }, nth) => (
          <Place key={index} value={String(index)} title={`Place ${nth + 1} · ${scoreText(place.score)}`} place={place} />
        ))}
        <Place value="detached" title="Leave it detached" />
      </RadioGroup>
    </section>
  );
}

function not(kind: DifferenceKind) {
  return (part: { kind: DifferenceKind }) => part.kind !== kind;
}

function why({ outcome, candidates, margin, before }: ReviewedPassage): string {
  if (outcome === 'kept') return 'the same words between the same neighbours';
  if (outcome === 'lost') return candidates.length === 0 ? 'its words are gone' : 'it may stand in several places, none clearly the one';
  const found = outcome === 'moved' ? (before.segments.length === 0 ? 'its words are there' : 'the same words, elsewhere') : 'other words';
  return candidates.length > 1 ? `${found}; ${scoreText(margin)} ahead of the next place` : found;
}

interface SideProps {
  title: string;
  place: PassagePlace;
  parts: readonly { kind: DifferenceKind; text: string }[] | undefined;
}

function Side({ title, place: { prefix, quote, suffix }, parts }: SideProps) {
  return (
    <figure className={styles.side}>
      <figcaption className={styles.caption}>{title}</figcaption>
      <blockquote className={styles.text} dir="auto">
        <span className={styles.around}>{prefix}</span>
        <span className={styles.quote}>
          {(parts ?? [{ kind: 'same' as const, text: quote }]).map(({ kind, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are told apart by their order alone, and never change it.
            <Difference key={index} kind={kind} text={text} />
          ))}
        </span>
        <span className={styles.around}>{suffix}</span>
      </blockquote>
    </figure>
  );
}

function Place({ value, title, place }: { value: string; title: string; place?: PassagePlace }) {
  return (
    <Radio value={value} className={styles.choice ?? ''}>
      <span className={styles.ring} aria-hidden />
      <span className={styles.words}>
        {title}
        {place === undefined ? null : (
          <span className={styles.snippet} dir="auto">
            {`${place.prefix.slice(-24)}`}
            <span className={styles.found}>{place.quote}</span>
            {place.suffix.slice(0, 24)}
          </span>
        )}
      </span>
    </Radio>
  );
}

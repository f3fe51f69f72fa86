import type { MouseEvent } from 'react';
import type { ConcordanceLine, Passage, Sphere } from '../../../contract/index.ts';
import { useAsk } from '../../engine/engine.tsx';
import { SphereDot } from '../../ui/index.ts';
import styles from './Concordance.module.css';
import { directionOf } from './direction.ts';

interface ConcordanceRowProps {
  id: string;
  line: ConcordanceLine;
  place: { index: number; count: number };
  isActive: boolean;
  isSelected: boolean;
  spheres: readonly Sphere[];
  onOpen: () => void;
  onSelect: (extend: boolean) => void;
}

/** One occurrence, its hit under that of the line before; with the spheres it is in where it is a passage. */
export function ConcordanceRow({ id, line, place, isActive, isSelected, spheres, onOpen, onSelect }: ConcordanceRowProps) {
  const { documentId, title, language, before, hit, after } = line;
  const direction = directionOf(`${before}${hit}${after}`);
  const { data: passages } = useAsk('passages.list', { documentId });
  const tagged = passages?.find((passage) => isAt(passage, line))?.taggings.map(({ sphereId }) => sphereId) ?? [];
  const own = spheres.filter((sphere) => tagged.includes(sphere.id));
  const onSelectClick = (event: MouseEvent) => {
    event.stopPropagation();
    onSelect(event.shiftKey);
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list, which names the active line.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      id={id}
      className={styles.line}
      role="option"
      aria-selected={isSelected}
      aria-posinset={place.index + 1}
      aria-setsize={place.count}
      data-active={isActive || undefined}
      onClick={onOpen}
    >
      {/* For the pointer alone: the space bar does it on the list. */}
      <span className={styles.tick} onClick={onSelectClick} aria-hidden>
        <span className={styles.box} data-on={isSelected || undefined} />
      </span>
      <span className={styles.words} dir={direction} lang={language}>
        <span className={styles.before}>
          <bdi dir={direction}>{before}</bdi>
        </span>
        <span className={styles.after}>
          <mark>
            <bdi>{hit}</bdi>
          </mark>
          <bdi dir={direction}>{after}</bdi>
        </span>
      </span>
      <span className={styles.source}>
        <span className={styles.spheres} title={own.map(({ name }) => name).join(', ')}>
          {own.map((sphere) => (
            <span key={sphere.id} className={styles.sphere}>
              <SphereDot sphere={sphere} />
              <span className={styles.unseen}>{sphere.name}</span>
            </span>
          ))}
        </span>
        <span className={styles.title} dir="auto" title={title}>
          {title}
        </span>
      </span>
    </div>
  );
}

function isAt({ segments }: Passage, { start, end }: ConcordanceLine): boolean {
  return segments.length === 1 && segments[0]?.start === start && segments[0].end === end;
}

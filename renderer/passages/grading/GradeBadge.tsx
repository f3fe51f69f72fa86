import { Button } from 'react-aria-components';
import { type Grade, gradeMeaning, gradeText } from '../../../contract/index.ts';
import { Tooltip } from '../../ui/index.ts';
import styles from './GradeBadge.module.css';

interface GradeBadgeProps {
  grade: Grade;
  /** Says whose grade it is to a screen reader: `Grade of the source`. */
  label: string;
  /** What a press does; the tooltip shows its key. */
  onPress: () => void;
  keys?: string | null;
  tabStop?: boolean;
}

/** A grade of the Admiralty scale, `B2`, whose meaning is told when it is pointed at or focused. Nothing where there is none. */
export function GradeBadge({ grade, label, onPress, keys = null, tabStop = true }: GradeBadgeProps) {
  const text = gradeText(grade);
  if (text === '') return null;
  return (
    <Tooltip label={`${text}: ${gradeMeaning(grade)}`} keys={keys}>
      <Button
        className={styles.badge ?? ''}
        aria-label={`${label}: ${text}, ${gradeMeaning(grade)}`}
        onPress={onPress}
        {...(tabStop ? {} : { excludeFromTabOrder: true })}
      >
        {text}
      </Button>
    </Tooltip>
  );
}

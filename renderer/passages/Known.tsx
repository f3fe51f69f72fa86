import { CalendarDays, MapPin } from 'lucide-react';
import { commands, eventWords, gradeText, type Passage } from '../../contract/index.ts';
import { GradeBadge } from './grading/GradeBadge.tsx';
import styles from './PassageCard.module.css';
import { usePassagesView } from './passages-view.ts';

/** What is known of a passage beside its words: its grade, when what it reports happened, where in the original it stands. */
export function Known({ passage, tabStop }: { passage: Passage; tabStop: boolean }) {
  const { id, grade, event, locator } = passage;
  if (knownWords(passage).length === 0) return null;
  return (
    <p className={styles.known}>
      <GradeBadge
        grade={grade}
        label="Grade of the passage"
        keys={commands['passage.grade'].key}
        tabStop={tabStop}
        onPress={() => usePassagesView.setState({ grading: id })}
      />
      {event === null ? null : (
        <span className={styles.fact} title="When what it reports happened">
          <CalendarDays aria-hidden size={13} />
          {eventWords(event)}
        </span>
      )}
      {locator === '' ? null : (
        <span className={styles.fact} title="Where in the original it stands">
          <MapPin aria-hidden size={13} />
          {locator}
        </span>
      )}
    </p>
  );
}

/** The same for a screen reader. */
export function knownWords({ grade, event, locator }: Pick<Passage, 'grade' | 'event' | 'locator'>): string[] {
  const letters = gradeText(grade);
  return [letters === '' ? '' : `grade ${letters}`, event === null ? '' : eventWords(event), locator].filter((words) => words !== '');
}

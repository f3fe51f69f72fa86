import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import {
  Credibility,
  credibilityMeanings,
  daysOf,
  eventWords,
  Reliability,
  readEvent,
  reliabilityMeanings,
} from '../../../contract/index.ts';
import { Button, TextField, Tooltip } from '../../ui/index.ts';
import { anyGrade, type GradeFilter, usePassagesView } from '../passages-view.ts';
import styles from './GradeFilterPart.module.css';

const credibilities = [...Credibility.values];

/** The part of the passages' filter that is about what is known of them: their sources' letter, their digit, their date. */
export function GradeFilterPart() {
  const grades = usePassagesView((view) => view.grades);
  const set = (changed: Partial<GradeFilter>) => usePassagesView.setState({ grades: { ...grades, ...changed } });
  const isAny = grades.reliabilities.length + grades.credibilities.length === 0 && grades.from === '' && grades.to === '';
  return (
    <div className={styles.part}>
      <Letters
        title="Reliability of the source"
        choices={Reliability.options}
        meanings={reliabilityMeanings}
        chosen={grades.reliabilities}
        onChange={(reliabilities) => set({ reliabilities })}
      />
      <Letters
        title="Credibility"
        choices={credibilities}
        meanings={credibilityMeanings}
        chosen={grades.credibilities}
        onChange={(chosen) => set({ credibilities: chosen })}
      />
      <div className={styles.dates}>
        <DateField key={`from ${grades.from}`} label="Happened from" edge="from" date={grades.from} onChange={(from) => set({ from })} />
        <DateField key={`to ${grades.to}`} label="to" edge="to" date={grades.to} onChange={(to) => set({ to })} />
      </div>
      {isAny ? null : (
        <Button variant="quiet" onPress={() => usePassagesView.setState({ grades: anyGrade })}>
          Any grade and date
        </Button>
      )}
    </div>
  );
}

interface LettersProps<K extends string | number> {
  title: string;
  choices: readonly K[];
  meanings: Readonly<Record<K, string>>;
  chosen: readonly K[];
  onChange: (chosen: K[]) => void;
}

function Letters<K extends string | number>({ title, choices, meanings, chosen, onChange }: LettersProps<K>) {
  return (
    <div>
      <p className={styles.title} aria-hidden>
        {title}
      </p>
      <ToggleButtonGroup
        aria-label={title}
        className={styles.letters ?? ''}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={(keys) => onChange(choices.filter((choice) => keys.has(choice)))}
      >
        {choices.map((choice) => (
          <Tooltip key={choice} label={`${choice}: ${meanings[choice]}`}>
            <ToggleButton id={choice} className={styles.letter ?? ''} aria-label={`${choice}, ${meanings[choice]}`}>
              {choice}
            </ToggleButton>
          </Tooltip>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

interface DateFieldProps {
  label: string;
  /** Which of the date's days bounds the time. */
  edge: 'from' | 'to';
  /** In EDTF; empty for none. */
  date: string;
  onChange: (date: string) => void;
}

/** A date that counts when the field is left or Enter is pressed, if it is understood. */
function DateField({ label, edge, date, onChange }: DateFieldProps) {
  const [typed, setTyped] = useState(date === '' ? '' : eventWords(date, 'en-GB'));
  const read = typed.trim() === '' ? '' : readEvent(typed);
  const day = daysOf(read ?? '')?.[edge];
  const keep = () => {
    if (read !== null && read !== date) onChange(read);
  };
  return (
    <TextField
      label={label}
      placeholder="May 2024"
      value={typed}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        else event.continuePropagation();
      }}
      {...(day === undefined ? {} : { description: eventWords(day) })}
      error={read === null ? 'A date as May 2024' : null}
    />
  );
}

import { Radio, RadioGroup } from 'react-aria-components';
import styles from './Segmented.module.css';

interface SegmentedProps<K extends string> {
  label: string;
  choices: readonly { id: K; label: string; isDisabled?: boolean }[];
  value: K;
  onChange: (value: K) => void;
}

/** One of a few, all in sight. */
export function Segmented<K extends string>({ label, choices, value, onChange }: SegmentedProps<K>) {
  return (
    <RadioGroup
      className={styles.group ?? ''}
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(id) => {
        const chosen = choices.find((choice) => choice.id === id);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} isDisabled={choice.isDisabled ?? false} className={styles.choice ?? ''}>
          {choice.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}

import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue, Text } from 'react-aria-components';
import field from './Field.module.css';
import styles from './Select.module.css';

export interface SelectChoice<K extends string> {
  id: K;
  label: string;
  description?: string;
  icon?: ReactNode;
}

export interface SelectProps<K extends string> {
  label: string;
  hideLabel?: boolean;
  choices: readonly SelectChoice<K>[];
  value: K;
  onChange: (value: K) => void;
  isDisabled?: boolean;
  /** `quiet` draws no box until hovered. */
  variant?: 'plain' | 'quiet';
}

/** One of a few. */
export function Select<K extends string>({
  label,
  hideLabel = false,
  choices,
  value,
  onChange,
  isDisabled = false,
  variant = 'plain',
}: SelectProps<K>) {
  return (
    <AriaSelect
      className={field.field ?? ''}
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label className={field.label ?? ''}>{label}</Label>}
      <Button className={`${styles.button} ${styles[variant]}`}>
        <SelectValue className={styles.value ?? ''}>{choices.find((choice) => choice.id === value)?.label}</SelectValue>
        <ChevronDown aria-hidden size={14} className={styles.chevron} />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={styles.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={styles.tick}>{isSelected ? <Check aria-hidden size={14} /> : null}</span>
                  {choice.icon}
                  <span>
                    <Text slot="label">{choice.label}</Text>
                    {choice.description === undefined ? null : (
                      <Text slot="description" className={`${field.description} ${styles.description}`}>
                        {choice.description}
                      </Text>
                    )}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

import { type KeyboardEvent, useEffect, useRef } from 'react';
import styles from './RenameField.module.css';

interface RenameFieldProps {
  label: string;
  value: string;
  placeholder?: string;
  /** The name typed, or null where the analyst pressed Esc. Leaving the field counts as Enter. */
  onDone: (name: string | null) => void;
}

/** A name typed over in its place. */
export function RenameField({ label, value, placeholder, onDone }: RenameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (name: string | null) => {
    if (done.current) return;
    done.current = true;
    onDone(name);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    finish(event.key === 'Enter' ? event.currentTarget.value : null);
  };
  return (
    <input
      ref={field}
      className={styles.field}
      aria-label={label}
      defaultValue={value}
      {...(placeholder === undefined ? {} : { placeholder })}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
    />
  );
}

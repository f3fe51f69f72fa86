import { type KeyboardEvent, useState } from 'react';
import { TextField } from './TextField.tsx';

interface AddFieldProps {
  /** What is made, and where: `sphere`, `collection in Ports`. */
  what: string;
  /** Makes one of that name. What it throws is shown at the field. */
  onAdd: (name: string) => Promise<void>;
  onEnd: () => void;
  className: string | undefined;
}

/** A line to name new things in, one after another: Enter makes one, Esc ends. */
export function AddField({ what, onAdd, onEnd, className }: AddFieldProps) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    if (name.trim() === '') {
      onEnd();
      return;
    }
    try {
      await onAdd(name);
      setName('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void add();
    else if (event.key === 'Escape') onEnd();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={className} onKeyDownCapture={onKeyDown}>
      <TextField
        label={`Name of the new ${what}`}
        hideLabel
        placeholder={`New ${what}`}
        autoFocus
        value={name}
        onChange={(typed) => {
          setName(typed);
          setProblem(null);
        }}
        onBlur={() => {
          if (name.trim() === '') onEnd();
        }}
        error={problem}
      />
    </div>
  );
}

import { type KeyboardEvent, useState } from 'react';
import type { Sphere } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { TextField } from '../ui/index.ts';
import styles from './Codebook.module.css';
import { doing, unfold } from './codebook-view.ts';
import { addSphere } from './sphere-actions.ts';

/** A line to name new spheres in, one after another: Enter makes one, Esc ends. */
export function AddSphere({ parent }: { parent: Sphere | null }) {
  const engine = useEngine();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    if (name.trim() === '') {
      doing(null);
      return;
    }
    try {
      await addSphere(engine, { name, parentId: parent?.id ?? null });
      if (parent !== null) unfold(parent.id);
      setName('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void add();
    else if (event.key === 'Escape') doing(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.add} onKeyDownCapture={onKeyDown}>
      <TextField
        label={parent === null ? 'Name of the new sphere' : `Name of the new sphere in ${parent.name}`}
        hideLabel
        placeholder={parent === null ? 'New sphere' : `New sphere in ${parent.name}`}
        autoFocus
        value={name}
        onChange={(typed) => {
          setName(typed);
          setProblem(null);
        }}
        onBlur={() => {
          if (name.trim() === '') doing(null);
        }}
        error={problem}
      />
    </div>
  );
}

import { type KeyboardEvent, useState } from 'react';
import type { Collection } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { TextField } from '../ui/index.ts';
import { addCollection } from './collection-actions.ts';
import styles from './Library.module.css';
import { unfoldCollection, useLibraryView } from './library-view.ts';

const done = () => useLibraryView.setState({ collectionDoing: null });

/** A line to name new collections in, one after another: Enter makes one, Esc ends. */
export function AddCollection({ parent }: { parent: Collection | null }) {
  const engine = useEngine();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    if (name.trim() === '') {
      done();
      return;
    }
    try {
      await addCollection(engine, { name, parentId: parent?.id ?? null });
      if (parent !== null) unfoldCollection(parent.id);
      setName('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void add();
    else if (event.key === 'Escape') done();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.add} onKeyDownCapture={onKeyDown}>
      <TextField
        label={parent === null ? 'Name of the new collection' : `Name of the new collection in ${parent.name}`}
        hideLabel
        placeholder={parent === null ? 'New collection' : `New collection in ${parent.name}`}
        autoFocus
        value={name}
        onChange={(typed) => {
          setName(typed);
          setProblem(null);
        }}
        onBlur={() => {
          if (name.trim() === '') done();
        }}
        error={problem}
      />
    </div>
  );
}

import type { Collection } from '../../../contract/index.ts';
import { useEngine } from '../../engine/engine.tsx';
import { AddField } from '../../ui/index.ts';
import styles from '../Library.module.css';
import { unfoldCollection, useLibraryView } from '../library-view.ts';
import { addCollection } from './collection-actions.ts';

/** A line to name new collections in. */
export function AddCollection({ parent }: { parent: Collection | null }) {
  const engine = useEngine();
  const add = async (name: string) => {
    await addCollection(engine, { name, parentId: parent?.id ?? null });
    if (parent !== null) unfoldCollection(parent.id);
  };
  const end = () => useLibraryView.setState({ collectionDoing: null });
  return <AddField what={parent === null ? 'collection' : `collection in ${parent.name}`} onAdd={add} onEnd={end} className={styles.add} />;
}

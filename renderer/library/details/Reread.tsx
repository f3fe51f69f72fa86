import { useState } from 'react';
import { useAsk } from '../../engine/engine.tsx';
import { Button, Select } from '../../ui/index.ts';
import { useVersionsView } from '../../versions/versions-view.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import styles from './DocumentDetails.module.css';

/** Puts right an encoding that was guessed wrong: the original is read in another, and its passages are found again. */
export function Reread({ documentId, encoding }: { documentId: string; encoding: string }) {
  const { data: encodings = [] } = useAsk('imports.encodings', {});
  const [chosen, setChosen] = useState(encoding);
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const review = () => {
    const name = encodings.find(({ label }) => label === chosen)?.name ?? chosen;
    useVersionsView.setState({ update: { documentId, from: { kind: 'reread', encoding: chosen, name } } });
    setOverlay('update');
  };
  return (
    <div className={styles.reread}>
      <Select
        label="If signs are garbled, read it as"
        choices={encodings.map(({ label, name }) => ({ id: label, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      <Button isDisabled={chosen === encoding} onPress={review}>
        See what changes…
      </Button>
    </div>
  );
}

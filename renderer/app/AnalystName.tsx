import { type FormEvent, useId, useState } from 'react';
import { useAsk, useEngine } from '../engine/engine.tsx';
import { Button, Dialog, notify, TextField } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** Whose name stands on the taggings and notes made from now on. */
export function AnalystName() {
  const engine = useEngine();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const { data: info } = useAsk('notebook.info', {});
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useId();
  const name = typed ?? info?.analyst.name ?? '';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { analyst } = await engine.call('notebook.setAnalyst', { name });
      setOverlay(null);
      notify({ message: `What you tag and write from now on is by ${analyst.name}.` });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog
      title="Your name"
      size="s"
      onClose={() => setOverlay(null)}
      footer={
        <>
          <Button variant="quiet" onPress={() => setOverlay(null)}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={form} isDisabled={name.trim() === ''}>
            Use this name
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save}>
        <TextField
          label="Name"
          autoFocus
          value={name}
          onChange={(value) => {
            setTyped(value);
            setProblem(null);
          }}
          error={problem}
          description="Stands on passages, notes and exports made from now on. Earlier ones keep theirs."
        />
      </form>
    </Dialog>
  );
}

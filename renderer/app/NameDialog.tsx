import { type FormEvent, useId, useState } from 'react';
import { Button, Dialog, TextField } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';

interface NameDialogProps {
  title: string;
  /** What the field holds at first. */
  name: string;
  description: string;
  /** What the main button does. */
  verb: string;
  /** Rejecting shows why at the field. Resolving to true closes the dialog. */
  onName: (name: string) => Promise<boolean>;
}

/** Asks for one name. */
export function NameDialog({ title, name, description, verb, onName }: NameDialogProps) {
  const setOverlay = useWorkspace((workspace) => workspace.setOverlay);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useId();
  const value = typed ?? name;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      if (await onName(value)) setOverlay(null);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog
      title={title}
      size="s"
      onClose={() => setOverlay(null)}
      footer={
        <>
          <Button variant="quiet" onPress={() => setOverlay(null)}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={form} isDisabled={value.trim() === ''}>
            {verb}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          label="Name"
          autoFocus
          value={value}
          onChange={(text) => {
            setTyped(text);
            setProblem(null);
          }}
          error={problem}
          description={description}
        />
      </form>
    </Dialog>
  );
}

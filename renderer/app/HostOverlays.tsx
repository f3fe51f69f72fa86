import { type FormEvent, useId, useState } from 'react';
import type { ShellState } from '../../contract/index.ts';
import { useShell } from '../shell/shell.tsx';
import { Button, Dialog, TextField } from '../ui/index.ts';
import { RecentNotebooks } from '../welcome/RecentNotebooks.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { makeNotebook } from './notebooks.ts';
import { Shortcuts } from './Shortcuts.tsx';

/** What floats over the window whether or not a notebook is open. */
export function HostOverlays({ state }: { state: ShellState }) {
  const overlay = useWorkspace((workspace) => workspace.overlay);
  const setOverlay = useWorkspace((workspace) => workspace.setOverlay);
  if (overlay === 'shortcuts') return <Shortcuts />;
  if (overlay === 'new-notebook') return <NewNotebook folder={state.folder} />;
  if (overlay !== 'open-notebook') return null;
  return (
    <Dialog title="Open a notebook" onClose={() => setOverlay(null)}>
      <RecentNotebooks
        recent={state.recent}
        nothing="No notebook was open here before. Make a new one, or start Armillary with a notebook’s file."
      />
    </Dialog>
  );
}

function NewNotebook({ folder }: { folder: string }) {
  const shell = useShell();
  const setOverlay = useWorkspace((workspace) => workspace.setOverlay);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const form = useId();
  const make = async (event: FormEvent) => {
    event.preventDefault();
    try {
      if ((await makeNotebook(shell, name)) !== null) setOverlay(null);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog
      title="New notebook"
      size="s"
      onClose={() => setOverlay(null)}
      footer={
        <>
          <Button variant="quiet" onPress={() => setOverlay(null)}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={form} isDisabled={name.trim() === ''}>
            Make notebook
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={make}>
        <TextField
          label="Name"
          autoFocus
          value={name}
          onChange={(typed) => {
            setName(typed);
            setProblem(null);
          }}
          error={problem}
          description={`One file, in ${folder}`}
        />
      </form>
    </Dialog>
  );
}

import type { ShellState } from '../../contract/index.ts';
import { makeNotebook } from '../host/notebooks.ts';
import { useShell } from '../shell/shell.tsx';
import { Dialog } from '../ui/index.ts';
import { RecentNotebooks } from '../welcome/RecentNotebooks.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { NameDialog } from './NameDialog.tsx';
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
  return (
    <NameDialog
      title="New notebook"
      name=""
      description={`One file, in ${folder}`}
      verb="Make notebook"
      onName={async (name) => (await makeNotebook(shell, name)) !== null}
    />
  );
}

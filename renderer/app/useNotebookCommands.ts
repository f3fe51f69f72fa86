import { useEffect } from 'react';
import { useCommand } from '../commands/commands.ts';
import { useEngine } from '../engine/engine.tsx';
import { useHost } from '../host/host.ts';
import { closeNotebook } from '../host/notebooks.ts';
import { useImportCommands } from '../imports/useImportCommands.ts';
import { useShell } from '../shell/shell.tsx';
import { notifyError } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';

/** The commands about the notebook as a whole. */
export function useNotebookCommands(): void {
  const shell = useShell();
  const engine = useEngine();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const openDocument = useWorkspace((state) => state.openDocument);
  const onDesktop = useHost(({ state }) => state?.kind === 'desktop');
  const wantsSample = useHost(({ state, sampleFor }) => sampleFor !== null && sampleFor === state?.notebook?.file);

  const addSample = () => {
    engine.call('notebook.addSample', {}).then(({ documentIds }) => openDocument(documentIds[0] ?? null), notifyError);
  };
  useImportCommands();
  useCommand('notebook.sample', addSample);
  useCommand('notebook.close', () => void closeNotebook(shell));
  useCommand('notebook.check', () => setOverlay('check'));
  useCommand('notebook.analyst', () => setOverlay('analyst'));
  useCommand('notebook.note', () => setOverlay('notebook-note'));
  useCommand('export.open', () => setOverlay('export'));
  useCommand('notebook.reveal', () => void shell.call('revealNotebook', {}).catch(notifyError), { enabled: onDesktop });

  useEffect(() => {
    if (!wantsSample) return;
    useHost.setState({ sampleFor: null });
    engine.call('notebook.addSample', {}).then(({ documentIds }) => openDocument(documentIds[0] ?? null), notifyError);
  }, [wantsSample, engine, openDocument]);
}

import { useEffect, useState } from 'react';
import type { ShellState } from '../../contract/index.ts';
import { refreshHost, useHost } from '../host/host.ts';
import { useShell } from '../shell/shell.tsx';
import { Button, InlineError, notifyError, Spinner, ToastRegion } from '../ui/index.ts';
import { Welcome } from '../welcome/Welcome.tsx';
import { flushUnsaved } from '../workspace/unsaved.ts';
import styles from './App.module.css';
import { HostOverlays } from './HostOverlays.tsx';
import { Notebook } from './Notebook.tsx';
import { usePaintedTheme } from './theme.ts';
import { useHostCommands } from './useHostCommands.ts';
import { carryOut, useKeys } from './useKeys.ts';

/** The window: the welcome, or the notebook it has open. */
export function App() {
  const shell = useShell();
  const state = useHost((host) => host.state);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    refreshHost(shell).catch(setProblem);
    return shell.onEvent((event) => {
      if (event.type === 'command') carryOut(event.command);
      else if (event.type === 'state') refreshHost(shell).catch(notifyError);
      else flushUnsaved().then((unsaved) => shell.call('flushed', { problem: unsaved }), notifyError);
    });
  }, [shell]);
  usePaintedTheme();
  useKeys();

  if (state !== null) return <Ready state={state} />;
  return (
    <main className={styles.wait}>
      {problem === null ? (
        <Spinner label="Starting" />
      ) : (
        <InlineError error={problem} actions={<Button onPress={() => location.reload()}>Try again</Button>} />
      )}
    </main>
  );
}

function Ready({ state }: { state: ShellState }) {
  useHostCommands(state);
  const { notebook } = state;
  useEffect(() => {
    document.title = notebook === null ? 'Armillary' : `${notebook.name} – Armillary`;
  }, [notebook]);
  return (
    <>
      {notebook === null ? <Welcome state={state} /> : <Notebook key={notebook.file} file={notebook.file} />}
      <HostOverlays state={state} />
      <ToastRegion />
    </>
  );
}

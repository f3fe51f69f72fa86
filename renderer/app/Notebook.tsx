import { useEffect, useState } from 'react';
import type { Shell } from '../../contract/index.ts';
import { EngineProvider } from '../engine/engine.tsx';
import { type SteadyClient, steadyClient } from '../engine/steady-client.ts';
import { useHost } from '../host/host.ts';
import { closeNotebook } from '../host/notebooks.ts';
import { useShell } from '../shell/shell.tsx';
import { Button, InlineError, Spinner } from '../ui/index.ts';
import styles from './App.module.css';
import { Frame } from './Frame.tsx';
import { openLastDocument } from './useOpeningDocument.ts';

/** The notebook of this window: connects to its engine, and again where the connection was lost. */
export function Notebook({ file }: { file: string }) {
  const shell = useShell();
  const [client] = useState(() => steadyClient(crypto.randomUUID()));
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    const fail = (error: unknown) => {
      useHost.setState({ lost: true });
      setProblem(error);
    };
    const stop = client.onClose(fail);
    attach(shell, client, file).then(() => {
      openLastDocument();
      setOpen(true);
    }, fail);
    return () => {
      stop();
      useHost.setState({ lost: false });
    };
  }, [shell, client, file]);

  const connectAgain = async () => {
    try {
      await attach(shell, client, file);
      useHost.setState({ lost: false });
      setProblem(null);
      setOpen(true);
    } catch (error) {
      setProblem(error);
    }
  };
  const again = <Button onPress={() => void connectAgain()}>Connect again</Button>;
  if (isOpen) {
    return (
      <EngineProvider client={client}>
        <Frame lost={problem === null ? null : <InlineError error={problem} actions={again} />} />
      </EngineProvider>
    );
  }
  return (
    <main className={styles.wait}>
      {problem === null ? (
        <Spinner label="Opening the notebook" />
      ) : (
        <InlineError
          error={problem}
          actions={
            <>
              {again}
              <Button onPress={() => void closeNotebook(shell)}>Close the notebook</Button>
            </>
          }
        />
      )}
    </main>
  );
}

async function attach(shell: Shell, client: SteadyClient, file: string): Promise<void> {
  const { notebook } = await shell.call('state', {});
  // The host lets go of a notebook whose engine failed.
  if (notebook === null) await shell.call('openNotebook', { recent: file });
  client.attach(await shell.engine());
}

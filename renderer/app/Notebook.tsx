import { useEffect, useState } from 'react';
import { connect, type EngineClient } from '../../contract/index.ts';
import { EngineProvider } from '../engine/engine.tsx';
import { useShell } from '../shell/shell.tsx';
import { Button, InlineError, Spinner } from '../ui/index.ts';
import styles from './App.module.css';
import { Frame } from './Frame.tsx';
import { closeNotebook } from './notebooks.ts';

/** Connects to the engine of the notebook this window has open, and again where the connection was lost. */
export function Notebook() {
  const shell = useShell();
  const [client, setClient] = useState<EngineClient | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<{ attempt: number; error: unknown } | null>(null);
  useEffect(() => {
    let left = false;
    const fail = (error: unknown) => {
      if (!left) setProblem({ attempt, error });
    };
    shell.engine().then((wire) => {
      if (left) return;
      const connected = connect(wire, crypto.randomUUID());
      connected.onClose(fail);
      setClient(connected);
    }, fail);
    return () => {
      left = true;
    };
  }, [shell, attempt]);

  const error = problem?.attempt === attempt ? problem.error : null;
  const again = <Button onPress={() => setAttempt(attempt + 1)}>Connect again</Button>;
  if (client === null) {
    return (
      <main className={styles.wait}>
        {error === null ? (
          <Spinner label="Opening the notebook" />
        ) : (
          <InlineError
            error={error}
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
  return (
    <EngineProvider client={client}>
      <Frame lost={error === null ? null : <InlineError error={error} actions={again} />} />
    </EngineProvider>
  );
}

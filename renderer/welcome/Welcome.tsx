import type { ShellState } from '../../contract/index.ts';
import { commands } from '../../contract/index.ts';
import { Mark } from '../app/Mark.tsx';
import { runCommand } from '../commands/commands.ts';
import { Button, Kbd } from '../ui/index.ts';
import { RecentNotebooks } from './RecentNotebooks.tsx';
import { useSampleNotebook } from './sample-notebook.ts';
import styles from './Welcome.module.css';

/** What stands where no notebook is open. */
export function Welcome({ state }: { state: ShellState }) {
  const sample = useSampleNotebook(state);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.header}>
          <Mark size={44} />
          <h1 className={styles.title}>Armillary</h1>
          <p className={styles.words}>
            A research notebook: bring in articles, tag passages by sphere, write notes, find them again, export them. One file, on this
            machine alone.
          </p>
        </header>
        <div className={styles.actions}>
          <Button variant="primary" onPress={() => runCommand('notebook.new')}>
            New notebook
          </Button>
          <Button onPress={() => runCommand('notebook.open')}>Open…</Button>
          <Button variant="quiet" onPress={sample.make} isDisabled={sample.making}>
            Try the sample notebook
          </Button>
        </div>
        {state.recent.length === 0 ? null : (
          <section className={styles.recent} aria-labelledby="recent-heading">
            <h2 id="recent-heading" className={styles.heading}>
              Recent notebooks
            </h2>
            <RecentNotebooks recent={state.recent} nothing="" />
          </section>
        )}
        <footer className={styles.footer}>
          <span>
            New <Kbd keys={commands['notebook.new'].key} />
          </span>
          <span>
            Open <Kbd keys={commands['notebook.open'].key} />
          </span>
          <span>
            All keys <Kbd keys={commands['help.shortcuts'].key} />
          </span>
          <span className={styles.version}>{state.version}</span>
        </footer>
      </div>
    </main>
  );
}

import { connect, type EngineClient } from '../../contract/index.ts';
import type { GrantedPath } from '../engine/ports.ts';
import { startEngine } from '../host/engine-process.ts';

/** A notebook at hand in a terminal. */
export interface Session {
  engine: EngineClient;
  /** Lets the engine read these paths, by the grant it gives. */
  grant(paths: readonly GrantedPath[]): string;
  /** Aborted by Ctrl+C. */
  signal: AbortSignal;
}

/** Opens or makes the notebook, works with it, and lets go of it with everything on disk, whatever came of the work. */
export async function withNotebook<T>(file: string, mode: 'create' | 'open', work: (session: Session) => Promise<T>): Promise<T> {
  const engine = await startEngine({ file, mode });
  const interrupt = new AbortController();
  const onInterrupt = () => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  try {
    const wire = { send: engine.send, onMessage: engine.onMessage, onClose: engine.onLost };
    return await work({ engine: connect(wire, 'terminal'), grant: engine.grant, signal: interrupt.signal });
  } finally {
    process.removeListener('SIGINT', onInterrupt);
    await engine.close();
  }
}

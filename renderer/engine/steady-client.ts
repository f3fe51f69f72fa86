import { ArmillaryError, type Changed, connect, type EngineClient, Noun, type Wire } from '../../contract/index.ts';

/** A client that outlives its connections: what panes hold, and have not saved yet, stays theirs when one is lost. */
export interface SteadyClient extends EngineClient {
  /** From now on, calls go over this wire. */
  attach(wire: Wire): void;
}

export function steadyClient(id: string): SteadyClient {
  const changedListeners = new Set<(changed: Changed) => void>();
  const closeListeners = new Set<(reason: string) => void>();
  let current: EngineClient | null = null;
  const tell = (changed: Changed) => {
    for (const listener of changedListeners) listener(changed);
  };

  return {
    id,
    call(method, params, options) {
      if (current === null) return Promise.reject(new ArmillaryError('internal', 'The notebook is not open yet.'));
      return current.call(method, params, options);
    },
    onChanged(listener) {
      changedListeners.add(listener);
      return () => changedListeners.delete(listener);
    },
    onClose(listener) {
      closeListeners.add(listener);
      return () => closeListeners.delete(listener);
    },
    attach(wire) {
      const isFirst = current === null;
      const connected = connect(wire, id);
      current = connected;
      connected.onChanged((changed) => {
        if (current === connected) tell(changed);
      });
      connected.onClose((reason) => {
        if (current === connected) for (const listener of closeListeners) listener(reason);
      });
      // Anything may have changed while there was no connection.
      if (!isFirst) tell({ nouns: Noun.options, documents: null, client: null });
    },
  };
}

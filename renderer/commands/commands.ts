import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { CommandId } from '../../contract/index.ts';

interface Registration {
  run: () => void;
  enabled: boolean;
}

/** Which commands the panes on screen can carry out now. The palette, the keys and the menu all ask here. */
export const useCommands = create<{ registered: ReadonlyMap<CommandId, Registration> }>()(() => ({ registered: new Map() }));

function register(id: CommandId, registration: Registration | null): void {
  useCommands.setState(({ registered }) => {
    const next = new Map(registered);
    if (registration === null) next.delete(id);
    else next.set(id, registration);
    return { registered: next };
  });
}

/** A pane offers to carry out a command for as long as it is on screen; the newest offer counts. */
export function useCommand(id: CommandId, run: () => void, { enabled = true }: { enabled?: boolean } = {}): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    register(id, { run: () => latest.current(), enabled });
    return () => register(id, null);
  }, [id, enabled]);
}

/** Carries a command out if a pane offers it now. Returns whether it did. */
export function runCommand(id: CommandId): boolean {
  const registration = useCommands.getState().registered.get(id);
  if (registration === undefined || !registration.enabled) return false;
  registration.run();
  return true;
}

import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { CommandId } from '../../contract/index.ts';

interface Offer {
  run: () => void;
  enabled: boolean;
}

/** Which commands the panes on screen can carry out now. The palette, the keys and the menu all ask here. */
export const useCommands = create<{ registered: ReadonlyMap<CommandId, Offer> }>()(() => ({ registered: new Map() }));

/** Every offer for a command, the one that counts last. */
const offers = new Map<CommandId, Offer[]>();

function offer(id: CommandId, offered: Offer, fallback: boolean): () => void {
  const others = offers.get(id) ?? [];
  offers.set(id, fallback ? [offered, ...others] : [...others, offered]);
  publish(id);
  return () => {
    offers.set(
      id,
      (offers.get(id) ?? []).filter((other) => other !== offered),
    );
    publish(id);
  };
}

function publish(id: CommandId): void {
  const all = offers.get(id) ?? [];
  const counts = all.findLast(({ enabled }) => enabled) ?? all.at(-1);
  useCommands.setState(({ registered }) => {
    const next = new Map(registered);
    if (counts === undefined) next.delete(id);
    else next.set(id, counts);
    return { registered: next };
  });
}

interface Options {
  enabled?: boolean;
  /** Counts only where no other pane offers the command. */
  fallback?: boolean;
}

/** A pane offers to carry out a command for as long as it is on screen; the newest offer that is enabled counts. */
export function useCommand(id: CommandId, run: () => void, { enabled = true, fallback = false }: Options = {}): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => offer(id, { run: () => latest.current(), enabled }, fallback), [id, enabled, fallback]);
}

/** Carries a command out if a pane offers it now. Returns whether it did. */
export function runCommand(id: CommandId): boolean {
  const counts = useCommands.getState().registered.get(id);
  if (counts === undefined || !counts.enabled) return false;
  counts.run();
  return true;
}

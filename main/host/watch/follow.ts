import { ArmillaryError } from '../../../contract/index.ts';
import { lookInto, type Stamp } from './look.ts';

export interface Found {
  /** Its path within the folder. */
  name: string;
  stamp: Stamp;
}

export interface FollowListeners {
  /** Whether a file, as it stands, needs no telling. */
  isDone(found: Found): boolean;
  /** Told at each look what is there, and how much of it is still being written. */
  onLook(present: ReadonlyMap<string, Stamp>, growing: number): void;
  /** Given files that nobody writes to any more. The next look comes when it resolves. */
  onFiles(files: Found[]): Promise<void>;
  /** The folder cannot be looked into; told at every look until it can. */
  onAway(why: ArmillaryError): void;
}

/** Between two looks. A file that has not changed from one to the next is taken for whole. Milliseconds. */
const betweenLooks = 2_000;
/** Looking may take so small a part of the time. */
const share = 1 / 10;
/** So often every file is looked at; in between those that are done are known by their names. */
const wholeLook = 10;

/**
 * Looks into a folder again and again: that finds what comes over a network as well, a folder that went away and came back,
 * and files that grow. Returns what ends it.
 */
export function followFolder(folder: string, listeners: FollowListeners, pause = betweenLooks): () => void {
  let growing = new Map<string, Stamp>();
  let done: ReadonlyMap<string, Stamp> = new Map();
  let looks = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const began = performance.now();
    looks += 1;
    const present = await lookInto(folder, looks % wholeLook === 0 ? undefined : done);
    const took = performance.now() - began;
    if (stopped) return;
    const ready: Found[] = [];
    const stillGrowing = new Map<string, Stamp>();
    const nowDone = new Map<string, Stamp>();
    for (const [name, stamp] of present) {
      const found = { name, stamp };
      if (listeners.isDone(found)) nowDone.set(name, stamp);
      else if (isSame(stamp, growing.get(name))) ready.push(found);
      else stillGrowing.set(name, stamp);
    }
    growing = stillGrowing;
    done = nowDone;
    listeners.onLook(present, growing.size);
    if (ready.length > 0) await listeners.onFiles(ready);
    next(Math.max(pause, took / share));
  }

  function next(ms: number): void {
    if (stopped) return;
    timer = setTimeout(() => {
      look().catch((error: unknown) => {
        if (stopped) return;
        listeners.onAway(
          error instanceof ArmillaryError ? error : new ArmillaryError('internal', `${folder} cannot be watched now.`, String(error)),
        );
        next(pause);
      });
    }, ms);
  }

  next(pause);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

export function isSame(stamp: Stamp, before: Stamp | undefined): boolean {
  return stamp.size === before?.size && stamp.changedAt === before.changedAt;
}

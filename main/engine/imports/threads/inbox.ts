import { setTimeout } from 'node:timers/promises';
import type { FileToRead } from '../prepared.ts';
import type { Delivered } from './pool.ts';

/** What waits to be written: items, and files all of whose items came before. */
export type Arrived = { kind: 'item'; delivered: Delivered } | { kind: 'through'; file: FileToRead };

/** Above this, readers wait for the writer. UTF-16 code units and bytes. */
const room = 4_000_000;
/** What is worth a transaction: each costs a wait for the disk, and a part of the index to be merged with the others. */
const enough = 2_000_000;
const enoughItems = 500;
/** Less is written too when it has lain this long. Milliseconds. */
const longestWait = 100;

/** Where readers put what they made, and the one writer takes it from. */
export interface Inbox {
  /** Resolves when there is room for more. */
  put(items: readonly Delivered[], throughWith: readonly FileToRead[]): Promise<void>;
  take(): Arrived | undefined;
  /** Resolves to true when there is something to take that is worth a transaction, to false when nothing is left and nothing will come. */
  some(): Promise<boolean>;
  close(): void;
}

export function createInbox(): Inbox {
  const arrived: Arrived[] = [];
  let weight = 0;
  let isClosed = false;
  let waiting: { isOver: () => boolean; resolve: () => void }[] = [];

  const isWorthwhile = () => weight >= enough || arrived.length >= enoughItems;
  const hasRoom = () => weight <= room;
  const until = (isOver: () => boolean) =>
    isOver() ? Promise.resolve() : new Promise<void>((resolve) => waiting.push({ isOver, resolve }));
  const look = () => {
    for (const { isOver, resolve } of waiting) if (isOver()) resolve();
    waiting = waiting.filter(({ isOver }) => !isOver());
  };

  return {
    put(items, throughWith) {
      for (const delivered of items) {
        arrived.push({ kind: 'item', delivered });
        weight += weightOf(delivered);
      }
      for (const file of throughWith) arrived.push({ kind: 'through', file });
      look();
      return until(hasRoom);
    },
    take() {
      const next = arrived.shift();
      if (next?.kind === 'item') weight -= weightOf(next.delivered);
      if (hasRoom()) look();
      return next;
    },
    async some() {
      await until(() => isClosed || arrived.length > 0);
      const full = until(() => isClosed || isWorthwhile());
      await Promise.race([full, setTimeout(longestWait, undefined, { ref: false })]);
      return arrived.length > 0;
    },
    close() {
      isClosed = true;
      look();
    },
  };
}

function weightOf({ item: { outcome }, bytes }: Delivered): number {
  if (outcome.kind === 'references') return outcome.bytes.byteLength;
  if (outcome.kind !== 'read') return 0;
  const { text, state, index } = outcome.document;
  return text.byteLength + state.byteLength + index.body.exact.length + index.body.stems.length + (bytes?.byteLength ?? 0);
}

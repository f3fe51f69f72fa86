import type { FileToRead } from '../prepared.ts';
import type { Delivered } from './pool.ts';

/** What waits to be written: items, and files all of whose items came before. */
export type Arrived = { kind: 'item'; delivered: Delivered } | { kind: 'through'; file: FileToRead };

/** Above this, readers wait for the writer. UTF-16 code units and bytes. */
const room = 4_000_000;

/** Where readers put what they made, and the one writer takes it from. */
export interface Inbox {
  /** Resolves when there is room for more. */
  put(items: readonly Delivered[], throughWith: readonly FileToRead[]): Promise<void>;
  take(): Arrived | undefined;
  /** Resolves to true when there is something to take, to false when nothing is left and nothing will come. */
  some(): Promise<boolean>;
  close(): void;
}

export function createInbox(): Inbox {
  const arrived: Arrived[] = [];
  let weight = 0;
  let isClosed = false;
  let wake: () => void = () => undefined;
  let makeRoom: (() => void)[] = [];

  return {
    put(items, throughWith) {
      for (const delivered of items) {
        arrived.push({ kind: 'item', delivered });
        weight += weightOf(delivered);
      }
      for (const file of throughWith) arrived.push({ kind: 'through', file });
      wake();
      if (weight <= room) return Promise.resolve();
      return new Promise((resolve) => makeRoom.push(resolve));
    },
    take() {
      const next = arrived.shift();
      if (next === undefined) return undefined;
      if (next.kind === 'item') weight -= weightOf(next.delivered);
      if (weight <= room) {
        for (const resolve of makeRoom) resolve();
        makeRoom = [];
      }
      return next;
    },
    some() {
      if (arrived.length > 0) return Promise.resolve(true);
      if (isClosed) return Promise.resolve(false);
      return new Promise((resolve) => {
        wake = () => resolve(arrived.length > 0);
      });
    },
    close() {
      isClosed = true;
      wake();
    },
  };
}

function weightOf({ item: { outcome }, bytes }: Delivered): number {
  if (outcome.kind === 'references') return outcome.bytes.byteLength;
  if (outcome.kind !== 'read') return 0;
  const { text, state, index } = outcome.document;
  return text.length + state.length + index.body.exact.length + index.body.stems.length + (bytes?.byteLength ?? 0);
}

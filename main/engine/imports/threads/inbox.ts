import type { FileToRead } from '../prepared.ts';
import type { Delivered } from './pool.ts';

/** What waits to be written: items, and files all of whose items came before. */
export type Arrived = { kind: 'item'; delivered: Delivered } | { kind: 'through'; file: FileToRead };

/** Above this, readers wait for the writer: what they make while it indexes what it has, and waits for the disk. Bytes. */
const room = 16_000_000;

/** Where readers put what they made, and the one writer takes it from. */
export interface Inbox {
  /** Resolves when there is room for more. */
  put(items: readonly Delivered[], throughWith: readonly FileToRead[]): Promise<void>;
  take(): Arrived | undefined;
  /** Resolves when there is something to take, when nothing will come any more, or when nothing came for so long. Milliseconds. */
  wait(longest: number): Promise<'arrived' | 'closed' | 'nothing'>;
  /** Forgets what is there. */
  drop(): void;
  close(): void;
}

export function createInbox(): Inbox {
  const arrived: Arrived[] = [];
  let weight = 0;
  let isClosed = false;
  let waiting: { isOver: () => boolean; resolve: () => void }[] = [];

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
    async wait(longest) {
      const isOver = () => isClosed || arrived.length > 0;
      if (!isOver()) {
        let timer: NodeJS.Timeout | undefined;
        const timeIsUp = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, longest).unref();
        });
        await Promise.race([until(isOver), timeIsUp]);
        clearTimeout(timer);
        waiting = waiting.filter((each) => each.isOver !== isOver);
      }
      if (arrived.length > 0) return 'arrived';
      return isClosed ? 'closed' : 'nothing';
    },
    drop() {
      arrived.length = 0;
      weight = 0;
      look();
    },
    close() {
      isClosed = true;
      look();
    },
  };
}

/** What an item takes. Bytes. */
export function weightOf({ item: { outcome }, bytes }: Delivered): number {
  if (outcome.kind === 'references') return outcome.bytes.byteLength;
  if (outcome.kind !== 'read') return 0;
  const { text, state, index } = outcome.document;
  return text.byteLength + state.byteLength + index.body.exact.length + index.body.stems.length + (bytes?.byteLength ?? 0);
}

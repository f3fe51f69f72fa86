import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EngineStart } from '../../engine/ports.ts';
import type { EngineProcess } from '../engine-process.ts';
import { jsonFile } from '../json-file.ts';
import { emptyRecord, WatchRecord } from './record.ts';
import { createWatch, type Watch } from './watch.ts';

/** The watched folders of the notebooks that are open: one watch a notebook, however many windows have it. */
export interface Watches {
  /** Watches for a notebook as long as its engine is there. Returns what ends it. */
  accompany(start: EngineStart, engine: EngineProcess): () => void;
  of(notebook: string): Watch | null;
}

interface WatchesOptions {
  /** Where it is remembered, a file a notebook. */
  folder: string;
  warn(message: string): void;
  /** A notebook's watched folder is not what it was. */
  tell(notebook: string): void;
}

export function createWatches({ folder, warn, tell }: WatchesOptions): Watches {
  const watches = new Map<string, Watch>();
  return {
    accompany({ file, mode }, engine) {
      const name = createHash('sha256').update(file).digest('hex').slice(0, 16);
      const store = jsonFile({ path: join(folder, `${name}.json`), schema: WatchRecord, empty: emptyRecord(file), warn });
      // Another notebook may have had this name.
      if (mode === 'create' && store.read().folder !== null) store.write(emptyRecord(file));
      const watch = createWatch({ notebook: file, store, engine, tell: () => tell(file) });
      watches.set(file, watch);
      return () => {
        watch.end();
        if (watches.get(file) === watch) watches.delete(file);
      };
    },
    of: (notebook) => watches.get(notebook) ?? null,
  };
}

import type { ClientMessage, EngineMessage, WireError } from '../../contract/index.ts';
import type { OpenMode } from './kernel/database.ts';

/** Which notebook an engine works on. */
export interface EngineStart {
  file: string;
  /** `create` refuses a file that is there, `open` one that is not. */
  mode: OpenMode;
}

/** What a host sends an engine that runs beside it, in a thread or a process. */
export type ToEngine = { type: 'start'; start: EngineStart } | { type: 'message'; message: ClientMessage } | { type: 'close' };

/** What the engine sends its host. `ready` or `failed` comes first, once. */
export type FromEngine = { type: 'ready' } | { type: 'failed'; error: WireError } | { type: 'message'; message: EngineMessage };

import type { ClientMessage, EngineMessage, WireError } from '../../contract/index.ts';
import type { OpenMode } from './kernel/database.ts';

/** Which notebook an engine works on. */
export interface EngineStart {
  file: string;
  /** `create` refuses a file that is there, `open` one that is not. */
  mode: OpenMode;
}

/** A file or folder that the analyst chose by the host, and what it is called in reports. */
export interface GrantedPath {
  path: string;
  name: string;
}

/** What a host sends an engine that runs beside it, in a thread or a process. */
export type ToEngine =
  | { type: 'start'; start: EngineStart }
  | { type: 'message'; message: ClientMessage }
  /** From now on a client may name these paths by the grant; it can name no others. */
  | { type: 'grant'; grant: string; paths: readonly GrantedPath[] }
  | { type: 'close' };

/** What the engine sends its host. `ready` or `failed` comes first, once. */
export type FromEngine = { type: 'ready' } | { type: 'failed'; error: WireError } | { type: 'message'; message: EngineMessage };

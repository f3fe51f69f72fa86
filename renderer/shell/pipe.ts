import type { HostMessage, WindowMessage } from '../../contract/index.ts';

/** The pipe between this window and its host. Each transport is one implementation. */
export interface Pipe {
  send(message: WindowMessage): void;
  onMessage(listener: (message: HostMessage) => void): void;
  /** Called once, when the host is gone, with words for the analyst. */
  onClose(listener: (reason: string) => void): void;
}

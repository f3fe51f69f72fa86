import { type DesktopBridge, HostMessage } from '../../contract/index.ts';
import type { Pipe } from './pipe.ts';

/** Over Electron's IPC. The window ends with its host, so this pipe never closes. */
export function desktopPipe(bridge: DesktopBridge): Pipe {
  return {
    send: (message) => bridge.send(message),
    onMessage: (listener) => bridge.onMessage((message) => listener(HostMessage.parse(message))),
    onClose: () => undefined,
  };
}

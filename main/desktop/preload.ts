import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopBridge } from '../../contract/index.ts';
import { channel } from './channel.ts';

// The page gets these two functions and nothing of Electron; the main process checks each message and its sender.
const bridge: DesktopBridge = {
  send: (message) => ipcRenderer.send(channel, message),
  onMessage: (listener) => {
    ipcRenderer.on(channel, (_event, message: unknown) => listener(message));
  },
};
contextBridge.exposeInMainWorld('armillary', bridge);

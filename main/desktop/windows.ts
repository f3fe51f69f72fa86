import { fileURLToPath } from 'node:url';
import { BrowserWindow, ipcMain, nativeTheme, screen } from 'electron';
import type { CommandId, HostMessage } from '../../contract/index.ts';
import type { Host } from '../host/host.ts';
import type { JsonFile } from '../host/json-file.ts';
import { canonicalFile } from '../host/notebook-file.ts';
import { createWindowSession, type WindowSession } from '../host/window-session.ts';
import { channel } from './channel.ts';
import { askCloseUnsaved, desktopDoors } from './dialogs.ts';
import { isOwnPage, startPage } from './policy.ts';
import { placeWindow, smallest, type WindowPlace } from './window-place.ts';

/** How long a window may take to save before it closes. */
const flushTimeoutMs = 5_000;
/** A second window is set off from the first by this much, so that both are seen. */
const cascade = 28;
/** `--paper` of the two themes, shown until the page is. */
const paper = { light: '#fbfaf7', dark: '#191816' };

export interface Windows {
  /** Opens a window, on a notebook where one is named. Rejects, with the window open, where that cannot be opened. */
  open(file: string | null): Promise<void>;
  /** Brings a notebook to the front, in the window that has it or a new one; null: whichever window was used last. */
  show(file: string | null): Promise<void>;
  command(id: CommandId): void;
  /** A window kept itself open when the program wanted to quit. */
  onKept(listener: () => void): void;
}

interface Entry {
  window: BrowserWindow;
  session: WindowSession;
}

export function createWindows(host: Host, place: JsonFile<WindowPlace>): Windows {
  const entries = new Map<number, Entry>();
  let kept: () => void = () => undefined;

  ipcMain.on(channel, (event, message: unknown) => {
    const frame = event.senderFrame;
    const entry = entries.get(event.sender.id);
    if (entry === undefined || frame === null || frame !== event.sender.mainFrame || !isOwnPage(frame.url)) return;
    if (!entry.session.receive(message)) console.error('armillary: a message that is not of the contract was dropped');
  });

  function remember(window: BrowserWindow): void {
    place.write({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  }

  /** Lets the page save, asks where it cannot, and then closes the window for good. */
  async function closeInOrder({ window, session }: Entry): Promise<void> {
    const outcome = window.webContents.isCrashed() ? ({ kind: 'saved' } as const) : await session.flush(flushTimeoutMs);
    if (window.isDestroyed()) return;
    const why = outcome.kind === 'problem' ? outcome.problem : 'The window did not answer.';
    if (outcome.kind !== 'saved' && !(await askCloseUnsaved(window, why))) return kept();
    if (!window.isDestroyed()) window.destroy();
  }

  function newWindow(): Entry {
    const remembered = place.read();
    const bounds = placeWindow(
      remembered,
      screen.getAllDisplays().map((display) => display.workArea),
    );
    const beside = entries.size * cascade;
    const window = new BrowserWindow({
      ...bounds,
      ...(bounds.x === undefined || bounds.y === undefined ? {} : { x: bounds.x + beside, y: bounds.y + beside }),
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      title: 'Armillary',
      backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
      webPreferences: {
        preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        // Electron would fetch dictionaries from the network.
        spellcheck: false,
      },
    });
    const id = window.webContents.id;
    const session = createWindowSession(host, {
      ...desktopDoors(window, host.folders.notebooks),
      send(message: HostMessage) {
        if (!window.isDestroyed()) window.webContents.send(channel, message);
      },
      async newWindow() {
        await open(session.file());
        return {};
      },
      notebookChanged: (file) => window.setRepresentedFilename(file ?? ''),
    });
    const entry = { window, session };
    entries.set(id, entry);

    let closing = false;
    window.on('close', (event) => {
      remember(window);
      event.preventDefault();
      if (closing) return;
      closing = true;
      void closeInOrder(entry).finally(() => {
        closing = false;
      });
    });
    window.on('closed', () => {
      entries.delete(id);
      void session.close();
    });
    window.once('ready-to-show', () => {
      if (remembered.maximised) window.maximize();
      window.show();
    });
    return entry;
  }

  async function open(file: string | null): Promise<void> {
    const { window, session } = newWindow();
    // The page asks for its state when it has loaded; by then the notebook is there.
    try {
      if (file !== null) await session.open(file, 'open');
    } finally {
      // Fails where the window was closed meanwhile, and then there is nobody to tell.
      window.loadURL(startPage).catch((error: unknown) => {
        if (!window.isDestroyed()) console.error('armillary:', error);
      });
    }
  }

  function front({ window }: Entry): void {
    if (window.isMinimized()) window.restore();
    window.focus();
  }

  function current(): Entry | undefined {
    const focused = BrowserWindow.getFocusedWindow();
    return (focused === null ? undefined : entries.get(focused.webContents.id)) ?? [...entries.values()].at(-1);
  }

  return {
    open,
    async show(file) {
      const entry = file === null ? current() : [...entries.values()].find(({ session }) => session.file() === canonicalFile(file));
      if (entry === undefined) await open(file);
      else front(entry);
    },
    command(id) {
      const entry = current();
      if (entry === undefined) void open(null);
      else entry.session.tell({ type: 'command', command: id });
    },
    onKept(listener) {
      kept = listener;
    },
  };
}

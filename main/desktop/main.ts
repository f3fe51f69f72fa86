import { join } from 'node:path';
import { app, dialog, Menu } from 'electron';
import { ArmillaryError } from '../../contract/index.ts';
import { findFolders } from '../host/folders.ts';
import { createHost } from '../host/host.ts';
import { jsonFile } from '../host/json-file.ts';
import { readVersion } from '../host/version.ts';
import { menuTemplate } from './menu.ts';
import { notebookArgument } from './policy.ts';
import { declareScheme, lockDown, servePages } from './security.ts';
import { WindowPlace } from './window-place.ts';
import { createWindows, type Windows } from './windows.ts';

function warn(message: string): void {
  console.error(`armillary: ${message}`);
  void app.whenReady().then(() => dialog.showMessageBox({ type: 'warning', message }));
}

/** A notebook handed over by the system before there is a window to show it in (macOS). */
let handedOver: string | null = null;

function start(): void {
  const folders = findFolders();
  app.setName('Armillary');
  app.setPath('userData', folders.settings);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  declareScheme();
  app.on('open-file', (event, path) => {
    event.preventDefault();
    handedOver = path;
  });

  void app.whenReady().then(async () => {
    lockDown();
    servePages();
    const host = createHost({
      kind: 'desktop',
      version: readVersion(),
      folders,
      // For an Electron with an old Node, in tests. A program that was installed does not run what its environment names.
      engineNode: app.isPackaged ? null : (process.env.ARMILLARY_ENGINE_NODE ?? null),
      warn,
    });
    const windows = createWindows(
      host,
      jsonFile({ path: join(folders.settings, 'window.json'), schema: WindowPlace, empty: { bounds: null, maximised: false }, warn }),
    );
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, windows.command)));
    live(windows, () => host.engines.closeAll());
    await tell(windows.open(handedOver ?? notebookArgument(process.argv, process.cwd()) ?? host.leftOpen.take()));
  });
}

/** Says in a dialog why a notebook could not be opened; its window is there all the same. */
async function tell(opening: Promise<void>): Promise<void> {
  try {
    await opening;
  } catch (error) {
    if (!(error instanceof ArmillaryError)) console.error('armillary:', error);
    const message = error instanceof ArmillaryError ? error.message : 'The notebook could not be opened. Its file was left as it is.';
    await dialog.showMessageBox({ type: 'error', message });
  }
}

/** What happens after the start, until the last engine has closed. */
function live(windows: Windows, closeEngines: () => Promise<void>): void {
  let quitting = false;
  let closed = false;
  app.on('second-instance', (_event, argv, folder) => void tell(windows.show(notebookArgument(argv, folder))));
  app.removeAllListeners('open-file');
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void tell(windows.show(path));
  });
  app.on('activate', () => void tell(windows.show(null)));
  app.on('before-quit', () => {
    quitting = true;
  });
  windows.onKept(() => {
    quitting = false;
  });
  // On macOS a program stays when its last window goes, unless it was told to quit and waited for the windows to save.
  app.on('window-all-closed', () => {
    if (quitting || process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void closeEngines().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

start();

import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { ArmillaryError, type ImportFile, importable } from '../../contract/index.ts';
import { withExtension } from '../host/notebook-file.ts';
import { extension } from '../host/recent.ts';
import type { WindowDoors } from '../host/window-session.ts';
import { allowedLink } from './policy.ts';

const notebookFilter = { name: 'Armillary notebook', extensions: [extension.slice(1)] };
const documentFilter = { name: 'Documents', extensions: importable };
const anyFilter = { name: 'All files', extensions: ['*'] };

async function readPicked(path: string): Promise<ImportFile> {
  try {
    // A copy without Node's Buffer around it, which is all that the window knows.
    return { name: path, bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    throw new ArmillaryError('storage', `${path} could not be read. Nothing was imported.`, String(error));
  }
}

/** What a desktop window does by the system's dialogs. */
export function desktopDoors(
  window: BrowserWindow,
  notebooksFolder: string,
): Pick<
  WindowDoors,
  'chooseNewNotebook' | 'chooseNotebook' | 'chooseFolder' | 'chooseWatched' | 'pickFiles' | 'saveFile' | 'openLink' | 'reveal'
> {
  return {
    async chooseNewNotebook() {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: 'New notebook',
        buttonLabel: 'Make notebook',
        defaultPath: join(notebooksFolder, `Notebook${extension}`),
        filters: [notebookFilter],
      });
      return canceled ? null : withExtension(filePath);
    },
    async chooseNotebook() {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Open notebook',
        defaultPath: notebooksFolder,
        filters: [notebookFilter, anyFilter],
        properties: ['openFile'],
      });
      return filePaths[0] ?? null;
    },
    async pickFiles({ many }) {
      const { filePaths } = await dialog.showOpenDialog(window, {
        ...(many ? { title: 'Import files', buttonLabel: 'Import' } : { title: 'Choose a file' }),
        filters: [documentFilter, anyFilter],
        properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      return Promise.all(filePaths.map(readPicked));
    },
    async chooseFolder() {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Import a folder',
        buttonLabel: 'Import',
        properties: ['openDirectory'],
      });
      return filePaths[0] ?? null;
    },
    async chooseWatched(path) {
      if (path !== undefined) throw new ArmillaryError('unsupported', 'The system’s dialog names the folder to watch.');
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Watch a folder',
        buttonLabel: 'Watch',
        properties: ['openDirectory', 'createDirectory'],
      });
      return filePaths[0] ?? null;
    },
    async saveFile({ fileName, content }) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(app.getPath('documents'), basename(fileName)),
      });
      if (canceled) return null;
      try {
        await writeFile(filePath, content);
      } catch (error) {
        throw new ArmillaryError('storage', `${filePath} could not be written. Choose another place.`, String(error));
      }
      return { path: filePath };
    },
    async openLink({ url }) {
      const link = allowedLink(url);
      if (link === null) throw new ArmillaryError('invalid', 'Only links that begin with https:// are opened.');
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: `Open ${link.host} in the browser?`,
        detail: link.href,
        buttons: ['Open', 'Cancel'],
        defaultId: 0,
        cancelId: 1,
      });
      if (response !== 0) return { opened: false };
      await shell.openExternal(link.href);
      return { opened: true };
    },
    reveal: (file) => shell.showItemInFolder(file),
  };
}

/** Asks what to do with a window that could not save. True: close it all the same. */
export async function askCloseUnsaved(window: BrowserWindow, why: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The last changes are not saved.',
    detail: `${why}\n\nWhat was saved before is safe in the notebook.`,
    buttons: ['Keep open', 'Close without saving'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

import type { EngineClient, Shell } from '../../contract/index.ts';
import { isHidden, toImport } from './dropped-files.ts';
import type { FileToImport } from './import-files.ts';
import { runFolderImport, runImport } from './import-run.ts';

/** Asks for a folder and imports it: a desktop's engine reads it itself, a browser's page hands in its files. */
export async function importFolder(engine: EngineClient, shell: Shell): Promise<void> {
  const { kind } = await shell.call('state', {});
  if (kind === 'browser') {
    const files = await chooseInPage();
    if (files.length > 0) await runImport(engine, Promise.resolve(files));
    return;
  }
  const picked = await shell.call('pickFolder', {});
  if (picked !== null) await runFolderImport(engine, picked.grant);
}

function chooseInPage(): Promise<FileToImport[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
      const shown = files.filter(({ path }) => !path.split('/').some(isHidden));
      resolve(shown.sort((a, b) => a.path.localeCompare(b.path)).map(({ file, path }) => ({ ...toImport(file, path), fromFolder: true })));
    });
    input.click();
  });
}

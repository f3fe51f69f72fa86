import { useCommand } from '../commands/commands.ts';
import { useEngine } from '../engine/engine.tsx';
import { useShell } from '../shell/shell.tsx';
import { notifyError } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { importFolder } from './choose-folder.ts';
import { runImport } from './import-run.ts';

/** The commands that bring documents in. */
export function useImportCommands(): void {
  const engine = useEngine();
  const shell = useShell();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  useCommand('document.import', () => {
    const importPicked = async () => {
      const picked = await shell.call('pickFiles', {});
      const files = picked.map(({ name, bytes }) => ({ name, size: bytes.length, read: () => Promise.resolve(bytes) }));
      if (files.length > 0) await runImport(engine, Promise.resolve(files));
    };
    importPicked().catch(notifyError);
  });
  useCommand('document.importFolder', () => void importFolder(engine, shell).catch(notifyError));
  useCommand('document.watchFolder', () => setOverlay('watch'));
  useCommand('document.importReport', () => setOverlay('imports'));
  useCommand('document.paste', () => setOverlay('paste'));
}

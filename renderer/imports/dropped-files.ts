import { isPassedOver } from '../../contract/index.ts';
import type { FileToImport } from './import-files.ts';

/** Left by file managers and programs in every folder; nobody means to import them. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || isPassedOver(name);
}

/** Whether a drag brings files; text dragged about inside the window does not. */
export function bringsFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false;
}

/** Every file that was dropped, folders walked. The transfer is read before the first pause: it is empty afterwards. */
export async function droppedFiles(transfer: DataTransfer): Promise<FileToImport[]> {
  const entries: FileSystemEntry[] = [];
  const files: FileToImport[] = [];
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory) entries.push(entry);
    else if (file !== null) files.push(toImport(file, file.name));
  }
  for (const entry of entries) await walk(entry, files);
  return files;
}

export function toImport(file: File, name: string): FileToImport {
  return { name, size: file.size, read: async () => new Uint8Array(await file.arrayBuffer()) };
}

async function walk(entry: FileSystemEntry, files: FileToImport[]): Promise<void> {
  if (isHidden(entry.name)) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    files.push({ ...toImport(file, entry.fullPath.replace(/^\//, '')), fromFolder: true });
  } else if (isDirectory(entry)) {
    for (const child of await childrenOf(entry)) await walk(child, files);
  }
}

/** A reader gives some entries at a time and none when it is through. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return children.toSorted((a, b) => a.name.localeCompare(b.name));
    children.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

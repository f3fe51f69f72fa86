import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ArmillaryError } from '../../../../../contract/index.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';

export type Library = typeof import('./pdfjs.ts');

let loaded: Promise<Library> | null = null;

/** pdf.js, loaded once a thread. */
export function library(): Promise<Library> {
  loaded ??= loadQuietly();
  return loaded;
}

/** While it loads, pdf.js says on the console that it found no canvas to draw on. Nothing is drawn here. */
async function loadQuietly(): Promise<Library> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('./pdfjs.ts');
  } finally {
    console.warn = warn;
  }
}

/** The nearest folder of character maps above this file: beside the bundle, or in the package when run from sources. */
function mapsFolder(from: string = import.meta.dirname): string {
  const found = [join(from, 'cmaps'), join(from, 'node_modules', 'pdfjs-dist', 'cmaps')].find((folder) => existsSync(folder));
  if (found !== undefined) return found;
  if (dirname(from) === from) throw new Error('the folder cmaps/ is not part of this installation');
  return mapsFolder(dirname(from));
}

/** Gives pdf.js the character maps of Chinese, Japanese and Korean fonts from the disk, and nothing else from anywhere. */
class Maps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`not needed for text: ${filename}`);
    return new Uint8Array(await readFile(join(mapsFolder(), filename)));
  }
}

/** An open PDF; `close` gives its memory back. */
export interface OpenPdf {
  pdf: PDFDocumentProxy;
  close(): Promise<void>;
}

/** Opens a PDF for its text alone: no script of it runs, no form is built, no image decoded. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { getDocument, VerbosityLevel, InvalidPDFException, PasswordException } = await library();
  const task = getDocument({
    // A copy: pdf.js takes the bytes it is given away from their owner.
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    BinaryDataFactory: Maps,
    cMapUrl: 'cmaps/',
    enableXfa: false,
    useWasm: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    // An image of more than this many pixels is passed over.
    maxImageSize: 1,
    // Fonts come with their names, which say what is bold.
    fontExtraProperties: true,
  });
  try {
    return { pdf: await task.promise, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    if (error instanceof PasswordException) {
      throw new ArmillaryError(
        'unsupported',
        'This PDF opens with a password only. Nothing was imported. Open it in a PDF program, save it without the password and import that.',
      );
    }
    if (!(error instanceof InvalidPDFException) && !(error instanceof Error)) throw error;
    throw new ArmillaryError(
      'invalid',
      'This PDF is damaged: its parts cannot be found. Nothing was imported. Get the file again, or open it in a PDF program and save it anew.',
      error.message,
    );
  }
}

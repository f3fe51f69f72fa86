import { createDocument } from '../documents/index.ts';
import type { Handlers } from '../kernel/context.ts';
import { importBibliography } from './bibliography/index.ts';
import { encodings } from './encodings/encodings.ts';
import { importFolder, pauseImport } from './folder.ts';
import { previewTable } from './preview-table.ts';
import { importFiles } from './threads/files.ts';

export const imports: Handlers<'imports'> = {
  'imports.files': importFiles,
  'imports.folder': importFolder,
  'imports.pause': pauseImport,
  'imports.previewTable': previewTable,
  'imports.encodings': () => [...encodings],
  'imports.bibliography': (context, { file, preview }) => importBibliography(context, { ...file, preview }),
  'imports.text': async (context, pasted) => {
    // Loaded when it is first needed: it takes longer than opening a notebook does.
    const { readPasted } = await import('./paste.ts');
    const reading = readPasted(pasted);
    const documentId = context.write((change) => createDocument(context, change, { ...reading, original: null }));
    return { documentId, title: reading.title };
  },
};

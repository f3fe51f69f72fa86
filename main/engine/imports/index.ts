import { createDocument } from '../documents/index.ts';
import { runJob } from '../jobs/run.ts';
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
    const reading = await runJob(context, 'readPasted', pasted.text.length + (pasted.html?.length ?? 0), pasted);
    const documentId = context.write((change) => createDocument(context, change, { ...reading, original: null }));
    return { documentId, title: reading.title };
  },
};

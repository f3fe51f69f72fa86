import { createDocument } from '../documents/index.ts';
import type { Handlers } from '../kernel/context.ts';
import { importFiles } from './files.ts';
import { readPasted } from './read.ts';

export { readFile } from './read.ts';

export const imports: Handlers<'imports'> = {
  'imports.files': importFiles,
  'imports.text': (context, pasted) => {
    const reading = readPasted(pasted);
    const documentId = context.write((change) => createDocument(context, change, { ...reading, original: null }));
    return { documentId, title: reading.title };
  },
};

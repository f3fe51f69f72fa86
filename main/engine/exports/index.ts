import type { ExportFormat } from '../../../contract/index.ts';
import type { Handlers } from '../kernel/context.ts';
import { writeCsv } from './csv.ts';
import { safeFileName } from './file-name.ts';
import { writeHtml } from './html.ts';
import { writeJson } from './json.ts';
import { writeMarkdown } from './markdown.ts';
import { select } from './select.ts';
import type { Selection } from './selection.ts';

/** A way to write a selection. A new one is a file beside these and a line in `formats`. */
interface Format {
  extension: string;
  mediaType: string;
  write: (selection: Selection) => string;
}

const formats: Readonly<Record<ExportFormat, Format>> = {
  markdown: { extension: 'md', mediaType: 'text/markdown', write: writeMarkdown },
  html: { extension: 'html', mediaType: 'text/html', write: writeHtml },
  csv: { extension: 'csv', mediaType: 'text/csv', write: writeCsv },
  json: { extension: 'json', mediaType: 'application/json', write: writeJson },
};

export const exporting: Handlers<'exports'> = {
  'exports.make': (context, { format, scope }) => {
    const { extension, mediaType, write } = formats[format];
    const selection = select(context, scope);
    const { notebook, title, documents } = selection;
    return {
      fileName: safeFileName(scope.kind === 'notebook' ? `${notebook.name} - tagged notes` : `${notebook.name} - ${title}`, extension),
      mediaType,
      content: write(selection),
      entries: documents.reduce((sum, { passages }) => sum + passages.length, 0),
      documents: documents.length,
    };
  },
};

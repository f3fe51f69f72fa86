import type { ExportFormat } from '../../../contract/index.ts';
import type { Handlers } from '../kernel/context.ts';
import { writeBibtex } from './bibtex.ts';
import { writeCslJson } from './csl-json.ts';
import { writeCsv } from './csv.ts';
import { safeFileName } from './file-name.ts';
import { writeHtml } from './html.ts';
import { writeJson } from './json.ts';
import { writeMarkdown } from './markdown.ts';
import { writeRis } from './ris.ts';
import { select } from './select.ts';
import type { Selection } from './selection.ts';

/** A way to write a selection. A new one is a file beside these and a line in `formats`. */
interface Format {
  extension: string;
  mediaType: string;
  write: (selection: Selection) => string;
  /** It lists documents, those without passages too, and no passages. */
  isBibliography?: true;
}

const formats: Readonly<Record<ExportFormat, Format>> = {
  markdown: { extension: 'md', mediaType: 'text/markdown', write: writeMarkdown },
  html: { extension: 'html', mediaType: 'text/html', write: writeHtml },
  csv: { extension: 'csv', mediaType: 'text/csv', write: writeCsv },
  json: { extension: 'json', mediaType: 'application/json', write: writeJson },
  ris: { extension: 'ris', mediaType: 'application/x-research-info-systems', write: writeRis, isBibliography: true },
  bibtex: { extension: 'bib', mediaType: 'application/x-bibtex', write: writeBibtex, isBibliography: true },
  'csl-json': { extension: 'json', mediaType: 'application/vnd.citationstyles.csl+json', write: writeCslJson, isBibliography: true },
};

export const exporting: Handlers<'exports'> = {
  'exports.make': (context, { format, scope }) => {
    const { extension, mediaType, write, isBibliography = false } = formats[format];
    const selection = select(context, scope, { everyDocument: isBibliography });
    const { notebook, title, documents } = selection;
    return {
      fileName: safeFileName(
        scope.kind === 'notebook' ? `${notebook.name} - ${isBibliography ? 'references' : 'tagged notes'}` : `${notebook.name} - ${title}`,
        extension,
      ),
      mediaType,
      content: write(selection),
      entries: isBibliography ? 0 : documents.reduce((sum, { passages }) => sum + passages.length, 0),
      documents: documents.length,
    };
  },
};

import { z } from 'zod';
import { WireError } from './errors.ts';
import { Bytes, Id, StepId } from './scalars.ts';
import { SearchQuery } from './search.ts';

/** A file as a host hands it in: by its bytes, so that the engine opens no path on the word of a window. */
export const ImportFile = z.object({
  /** File name or path, shown in the report and kept as the original's name. */
  name: z.string().min(1),
  bytes: Bytes,
});
export type ImportFile = z.infer<typeof ImportFile>;

/** Extensions of the files that can be imported, for file dialogs. */
export const importable = [
  ...['txt', 'text', 'log', 'md', 'markdown', 'html', 'htm', 'xhtml', 'mhtml', 'mht', 'docx', 'docm', 'odt', 'rtf', 'epub', 'pdf'],
  ...['eml', 'csv', 'tsv', 'tab', 'xlsx', 'xlsm', 'srt', 'vtt', 'zip', 'ris', 'bib', 'bibtex', 'json'],
];

/** Whether a file is a list of references by its name: what is known of documents, not documents themselves. */
export function isReferencesName(name: string): boolean {
  return /\.(ris|bib|bibtex|biblatex|json)$/i.test(name);
}

/** What became of each file, in the order given. */
export const ImportReport = z.object({
  imported: z.array(
    z.object({
      name: z.string(),
      documentId: Id,
      title: z.string(),
      sha256: z.string(),
      /** What the analyst should know of the reading, a sentence each. */
      notices: z.array(z.string()),
    }),
  ),
  /** There already, by SHA-256; `documentId` is the one that holds it. */
  skipped: z.array(z.object({ name: z.string(), reason: z.string(), documentId: Id })),
  failed: z.array(z.object({ name: z.string(), error: WireError })),
  /** Documents that were there, of whose source a list of references filled in what was empty: `author`, `language`. */
  filled: z.array(z.object({ name: z.string(), documentId: Id, title: z.string(), fields: z.array(z.string()) })).optional(),
  /** Each takes back what one list of references made and filled in. */
  steps: z.array(StepId).optional(),
  /** Files not begun, or not finished, because the analyst cancelled. */
  cancelled: z.array(z.string()),
  /** Hidden files and folders that were passed over. */
  hidden: z.int().nonnegative().optional(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** Pasted text. With `html`, its structure is taken from there. */
export const ImportText = z.object({
  text: z.string(),
  html: z.string().optional(),
  /** Default: the first heading or line. */
  title: z.string().optional(),
});

/** What became of a reference of a bibliography, or would. */
export const BibliographyItem = z.object({
  /** Its key in the file; empty where it has none. */
  key: z.string(),
  title: z.string(),
  /** `made`: a document without text; `filled`: empty fields of the source of one that was there. */
  outcome: z.enum(['made', 'filled', 'unchanged', 'failed']),
  documentId: Id.nullable(),
  /** What was filled in: `author`, `language`. */
  fields: z.array(z.string()),
  /** Why it failed or stayed; empty where there is nothing to say. */
  message: z.string(),
});
export type BibliographyItem = z.infer<typeof BibliographyItem>;

export const BibliographyReport = z.object({
  /** In the order of the file. */
  items: z.array(BibliographyItem),
  /** Null where nothing was changed. */
  step: StepId.nullable(),
});
export type BibliographyReport = z.infer<typeof BibliographyReport>;

/** References to the documents of a scope, for reference managers; the other formats give passages and notes. */
export const BibliographyFormat = z.enum(['ris', 'bibtex', 'csl-json']);
export type BibliographyFormat = z.infer<typeof BibliographyFormat>;

export const ExportFormat = z.enum(['markdown', 'html', 'csv', 'json', ...BibliographyFormat.options]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** Which passages and notes an export takes. */
export const ExportScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('notebook') }),
  z.object({ kind: z.literal('document'), documentId: Id }),
  z.object({ kind: z.literal('documents'), documentIds: z.array(Id).min(1) }),
  /** Passages in any of these spheres or their sub-spheres. */
  z.object({ kind: z.literal('spheres'), sphereIds: z.array(Id).min(1) }),
  /** Every passage the search finds, itself or by its note, and every passage of a document it finds by its text. */
  z.object({ kind: z.literal('search'), query: SearchQuery }),
]);
export type ExportScope = z.input<typeof ExportScope>;

export const ExportRequest = z.object({ format: ExportFormat, scope: ExportScope });
export type ExportRequest = z.input<typeof ExportRequest>;

export const Exported = z.object({
  /** A name for the file, without a path. */
  fileName: z.string(),
  mediaType: z.string(),
  content: z.string(),
  /** Passages in it; none in a bibliography. */
  entries: z.int(),
  documents: z.int(),
});
export type Exported = z.infer<typeof Exported>;

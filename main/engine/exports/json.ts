import type { Scope, SelectedNote, SelectedPassage, Selection } from './selection.ts';

/** Raised when a reader of the shape before would misread the new one. */
const version = 1;

/**
 * The shape of a JSON export. Times are ISO 8601 in UTC; `start` and `end` are UTF-16 code units of the document's plain
 * text, half-open, and the last known ones where `state` is `detached`; `note` is Markdown, empty or null where there is
 * none; a sphere's `path` names those it is below, parted by ` / `.
 */
interface ExportedJson {
  format: 'armillary-export';
  version: typeof version;
  exportedAt: string;
  notebook: { id: string; name: string };
  scope: Scope;
  notes: SelectedNote[];
  documents: (Omit<Selection['documents'][number], 'passages'> & {
    passages: Omit<SelectedPassage, 'documentId' | 'documentTitle'>[];
  })[];
}

export function writeJson({ exportedAt, notebook, scope, notes, documents }: Selection): string {
  const shape: ExportedJson = {
    format: 'armillary-export',
    version,
    exportedAt,
    notebook,
    scope,
    notes,
    documents: documents.map((document) => ({
      ...document,
      passages: document.passages.map(({ documentId: _id, documentTitle: _title, ...passage }) => passage),
    })),
  };
  return `${JSON.stringify(shape, null, 2)}\n`;
}

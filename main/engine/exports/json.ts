import { daysOf } from '../../../contract/index.ts';
import type { Scope, SelectedNote, SelectedPassage, Selection } from './selection.ts';
import { eventInWords } from './words.ts';

/** Raised when a reader of the shape before would misread the new one. */
const version = 1;

/**
 * The shape of a JSON export. Times are ISO 8601 in UTC; `start` and `end` are UTF-16 code units of the document's plain
 * text, half-open, and the last known ones where `state` is `detached`; `note` is Markdown, empty or null where there is
 * none; a sphere's `path` names those it is below, parted by ` / `. Of a passage, `credibility` is its own, 1 to 6 or null, and
 * `grade` what holds of it, with its source's where it has none of its own; `event` is when what it reports happened, as EDTF
 * (ISO 8601-2, level 1), as its first and last day, and in words; `locator` is where in the original it stands.
 */
interface ExportedJson {
  format: 'armillary-export';
  version: typeof version;
  exportedAt: string;
  notebook: { id: string; name: string };
  scope: Scope;
  notes: SelectedNote[];
  documents: (Omit<Selection['documents'][number], 'passages'> & { passages: ExportedPassage[] })[];
}

type ExportedPassage = Omit<SelectedPassage, 'documentId' | 'documentTitle' | 'event'> & {
  event: { date: string; from: string; to: string; words: string } | null;
};

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
      passages: document.passages.map(({ documentId: _id, documentTitle: _title, event, ...passage }) => ({
        ...passage,
        event: eventOf(event),
      })),
    })),
  };
  return `${JSON.stringify(shape, null, 2)}\n`;
}

function eventOf(date: string | null): ExportedPassage['event'] {
  const days = date === null ? null : daysOf(date);
  return date === null || days === null ? null : { date, ...days, words: eventInWords(date) };
}

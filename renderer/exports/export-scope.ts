import { BibliographyFormat, type Exported, type ExportFormat, type ExportScope, type SearchQuery } from '../../contract/index.ts';

export type ScopeChoice = ExportScope['kind'];

export interface ScopeParts {
  documentId: string | null;
  /** Chosen together in the library. */
  documentIds: readonly string[];
  sphereIds: readonly string[];
  query: SearchQuery | null;
}

/** The scope of a choice; null while the choice lacks what it is about. */
export function scopeOf(choice: ScopeChoice, { documentId, documentIds, sphereIds, query }: ScopeParts): ExportScope | null {
  switch (choice) {
    case 'notebook':
      return { kind: 'notebook' };
    case 'document':
      return documentId === null ? null : { kind: 'document', documentId };
    case 'documents':
      return documentIds.length === 0 ? null : { kind: 'documents', documentIds: [...documentIds] };
    case 'spheres':
      return sphereIds.length === 0 ? null : { kind: 'spheres', sphereIds: [...sphereIds] };
    case 'search':
      return query === null ? null : { kind: 'search', query };
  }
}

/** Whether a format lists documents for a reference manager, not passages. */
export function isBibliography(format: ExportFormat): boolean {
  return BibliographyFormat.safeParse(format).success;
}

interface CountOptions {
  isBibliography?: boolean;
  locale?: string;
}

/** How much an export holds: `24 passages from 3 documents`, or `3 references`. */
export function countWords(
  { entries, documents }: Pick<Exported, 'entries' | 'documents'>,
  { isBibliography: listsDocuments = false, locale }: CountOptions = {},
): string {
  const number = new Intl.NumberFormat(locale);
  if (listsDocuments) return documents === 1 ? '1 reference' : `${number.format(documents)} references`;
  const passages = entries === 1 ? '1 passage' : `${number.format(entries)} passages`;
  return `${passages} from ${documents === 1 ? '1 document' : `${number.format(documents)} documents`}`;
}

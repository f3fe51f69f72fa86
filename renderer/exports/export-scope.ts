import type { Exported, ExportScope, SearchQuery } from '../../contract/index.ts';

export type ScopeChoice = ExportScope['kind'];

export interface ScopeParts {
  documentId: string | null;
  sphereIds: readonly string[];
  query: SearchQuery | null;
}

/** The scope of a choice; null while the choice lacks what it is about. */
export function scopeOf(choice: ScopeChoice, { documentId, sphereIds, query }: ScopeParts): ExportScope | null {
  switch (choice) {
    case 'notebook':
      return { kind: 'notebook' };
    case 'document':
      return documentId === null ? null : { kind: 'document', documentId };
    case 'spheres':
      return sphereIds.length === 0 ? null : { kind: 'spheres', sphereIds: [...sphereIds] };
    case 'search':
      return query === null ? null : { kind: 'search', query };
  }
}

/** How much an export holds: `24 passages from 3 documents`. */
export function countWords({ entries, documents }: Pick<Exported, 'entries' | 'documents'>, locale?: string): string {
  const number = new Intl.NumberFormat(locale);
  const passages = entries === 1 ? '1 passage' : `${number.format(entries)} passages`;
  return `${passages} from ${documents === 1 ? '1 document' : `${number.format(documents)} documents`}`;
}

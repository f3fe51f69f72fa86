import type { DocumentSummary } from '../../../contract/index.ts';
import { documentIdOf } from '../names.ts';
import { count, lines, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';

export interface SimilarOptions {
  /** Only the group that it is in. */
  document?: string;
}

/** Groups of near-duplicates: one story in several papers. */
export async function listSimilar({ engine, signal }: Session, { document }: SimilarOptions): Promise<Outcome> {
  const documentId = document === undefined ? null : documentIdOf(document);
  // Says so where there is no such document.
  if (documentId !== null) await engine.call('similar.list', { documentId });
  const found = await engine.call('similar.groups', {}, { signal });
  const wanted = found.groups.filter(({ documents }) => documentId === null || documents.some(({ id }) => id === documentId));
  const groups = wanted.map(({ documents, least, most }) => ({ least, most, documents: documents.map(told) }));
  const all = groups.reduce((sum, { documents }) => sum + documents.length, 0);
  return {
    json: { groups },
    text: lines([
      ...groups.flatMap(({ documents, least, most }) => [
        `${count(documents.length, 'document')}, ${percentages(least, most)} alike`,
        ...documents.map(
          ({ id, published, publisher, title }) => `  ${[id, published ?? '', publisher, title].filter(Boolean).join('  ')}`,
        ),
      ]),
      groups.length === 0 ? 'No near-duplicates' : `${count(groups.length, 'group')} of near-duplicates, ${count(all, 'document')}`,
    ]),
    done: true,
  };
}

function told({ id, title, source }: DocumentSummary) {
  return { id, title, publisher: source.publisher, published: source.published };
}

/** Never rounded up to what was not reached. */
function percentages(least: number, most: number): string {
  const [from, to] = [least, most].map((similarity) => Math.floor(similarity * 100 + 1e-6));
  return from === to ? `${from}%` : `${from}–${to}%`;
}

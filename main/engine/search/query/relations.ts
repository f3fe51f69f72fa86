import type { Database } from 'better-sqlite3';
import type { Relation } from './query.ts';

interface Stretch {
  id: string;
  documentId: string;
  start: number;
  end: number;
}

/**
 * The anchored passages of some spheres that lie to a passage of others as asked: with a stretch of text in common
 * (`OVERLAPS`; a passage in both overlaps itself), wholly inside one (`INSIDE`), or in the same paragraph (`NEAR`).
 */
export function relatedPassages(db: Database, relation: Relation, spheres: readonly string[], others: readonly string[]): string[] {
  const tagged = db.prepare<[string], Stretch>(`
    SELECT p.id, p.document_id AS documentId, p.start, p."end" FROM passages p
    WHERE p.state = 'anchored' AND p.id IN (SELECT passage_id FROM taggings WHERE sphere_id IN (SELECT value FROM json_each(?)))`);
  const textOf = db.prepare<[string], string>('SELECT text FROM bodies WHERE document_id = ?').pluck();
  const byDocument = Map.groupBy(tagged.all(JSON.stringify(others)), ({ documentId }) => documentId);
  const found: string[] = [];
  for (const [documentId, passages] of Map.groupBy(tagged.all(JSON.stringify(spheres)), (passage) => passage.documentId)) {
    const there = byDocument.get(documentId);
    if (there === undefined) continue;
    const widen = relation === 'NEAR' ? paragraphsOf(textOf.get(documentId) ?? '') : (stretch: Stretch) => stretch;
    const wide = there.map(widen);
    for (const passage of passages) {
      const own = widen(passage);
      const isRelated = (other: Stretch) =>
        relation === 'INSIDE'
          ? other.id !== own.id && other.start <= own.start && own.end <= other.end
          : other.start < own.end && own.start < other.end;
      if (wide.some(isRelated)) found.push(passage.id);
    }
  }
  return found;
}

/** Widens a stretch to the whole paragraphs it touches. */
function paragraphsOf(text: string): (stretch: Stretch) => Stretch {
  return (stretch) => {
    const start = text.lastIndexOf('\n', stretch.start - 1) + 1;
    const end = text.indexOf('\n', stretch.end);
    return { ...stretch, start: stretch.start === 0 ? 0 : start, end: end === -1 ? text.length : end };
  };
}

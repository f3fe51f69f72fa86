import type { Database } from 'better-sqlite3';
import type { DocumentSummary, Parsed, Result, SimilarGroup } from '../../../contract/index.ts';
import { summaryOf } from '../documents/summaries.ts';
import type { Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { stillToTakeIn, takeInSome } from './take-in.ts';

/** The document, and whatever of the library is its near-duplicate or one of those'. */
const groupOf = statement<[{ documentId: string }], { id: string; similarity: number | null }>(`
  WITH RECURSIVE members (n) AS (
    SELECT n FROM documents WHERE id = @documentId
    UNION
    SELECT s.other_n FROM members m JOIN similar s ON s.document_n = m.n JOIN documents d ON d.n = s.other_n
     WHERE d.deleted_at IS NULL
  )
  SELECT d.id, direct.similarity FROM members m JOIN documents d ON d.n = m.n
    LEFT JOIN similar direct ON direct.other_n = m.n AND direct.document_n = (SELECT n FROM documents WHERE id = @documentId)
   WHERE d.id <> @documentId
   ORDER BY direct.similarity DESC, d.n`);

const pairs = statement<[], { one: string; other: string; similarity: number }>(`
  SELECT a.id AS one, b.id AS other, s.similarity FROM similar s
    JOIN documents a ON a.n = s.document_n JOIN documents b ON b.n = s.other_n
   WHERE s.document_n < s.other_n AND a.deleted_at IS NULL AND b.deleted_at IS NULL
   ORDER BY s.document_n, s.other_n`);

/** As far as is known now. Throws `not-found`. */
export function similarTo(db: Database, { documentId }: Parsed<'similar.list'>): Result<'similar.list'> {
  // Says so where there is no such document.
  summaryOf(db, documentId);
  const documents = groupOf(db)
    .all({ documentId })
    .map(({ id, similarity }) => ({ document: summaryOf(db, id), similarity }));
  return { documents, pending: stillToTakeIn(db) };
}

/** As far as is known now. */
export function knownCopies(db: Database): Result<'similar.copies'> {
  return { groups: groupsIn(db).map(({ ids }) => [...ids]) };
}

/** The groups, the largest first, after comparing what is still to be compared. */
export async function similarGroups(context: Context, { limit }: Parsed<'similar.groups'>): Promise<Result<'similar.groups'>> {
  await takeInAll(context);
  const { db } = context;
  const all = groupsIn(db).toSorted((a, b) => b.ids.size - a.ids.size);
  const groups = all.slice(0, limit).map(({ ids, least, most }): SimilarGroup => {
    const documents = Array.from(ids, (id) => summaryOf(db, id)).toSorted(byDate);
    return { documents, least, most };
  });
  return { groups, all: { groups: all.length, documents: all.reduce((sum, { ids }) => sum + ids.size, 0) } };
}

async function takeInAll(context: Context): Promise<void> {
  const { db, signal, progress } = context;
  const total = stillToTakeIn(db);
  let done = 0;
  let changed = false;
  try {
    for (let left = total; left > 0; left = stillToTakeIn(db)) {
      // What is edited meanwhile comes on top.
      progress({ done, total: Math.max(total, done + left), label: 'Comparing documents' });
      await context.breathe();
      signal.throwIfAborted();
      // How far single texts are is of no interest here.
      const took = await takeInSome(db, { signal, progress: () => undefined });
      done += took.taken;
      changed ||= took.changed;
    }
  } finally {
    if (changed) context.write((change) => change.changed('similar'));
  }
}

interface Group {
  ids: Set<string>;
  least: number;
  most: number;
}

function groupsIn(db: Database): Group[] {
  const groupsBy = new Map<string, Group>();
  for (const { one, other, similarity } of pairs(db).all()) {
    const known = [...new Set([groupsBy.get(one), groupsBy.get(other)])].filter((group) => group !== undefined);
    const [into = { ids: new Set<string>(), least: similarity, most: similarity }, joined] = known.toSorted(
      (a, b) => b.ids.size - a.ids.size,
    );
    for (const id of [one, other, ...(joined?.ids ?? [])]) {
      into.ids.add(id);
      groupsBy.set(id, into);
    }
    into.least = Math.min(into.least, similarity, joined?.least ?? 1);
    into.most = Math.max(into.most, similarity, joined?.most ?? 0);
  }
  return [...new Set(groupsBy.values())];
}

/** The one that came out first on top; those whose date is not known after the others, as they came into the library. */
function byDate(one: DocumentSummary, other: DocumentSummary): number {
  const dateOf = ({ source, createdAt, id }: DocumentSummary) => `${source.published ?? '~'} ${createdAt} ${id}`;
  return dateOf(one) < dateOf(other) ? -1 : 1;
}

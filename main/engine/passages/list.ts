import type { Database, Statement } from 'better-sqlite3';
import {
  ArmillaryError,
  daysOf,
  type Passage,
  type PassageFilter,
  type Segment,
  type Source,
  type Tagging,
} from '../../../contract/index.ts';

type PassageRow = Omit<Passage, 'segments' | 'taggings' | 'grade'> & { segments: string; taggings: string } & Pick<
    Source,
    'reliability'
  > & {
    sourceCredibility: Source['credibility'];
  };
interface Bind {
  documentId: string | null;
  spheres: string;
  state: string | null;
  ids: string;
  reliabilities: string;
  credibilities: string;
  /** First and last day. */
  from: string;
  to: string;
}

const noFilter: Bind = {
  documentId: null,
  spheres: '[]',
  state: null,
  ids: '[]',
  reliabilities: '[]',
  credibilities: '[]',
  from: '0000-01-01',
  to: '9999-12-31',
};

const columns = `
  SELECT p.id, p.document_id AS documentId, d.title AS documentTitle, p.quote, p.prefix, p.suffix, p.segments, p.start, p."end",
    p.state, coalesce(n.body, '') AS note, p.credibility, p.event, p.locator, src.reliability, src.credibility AS sourceCredibility, a.name AS analyst, p.created_at AS createdAt, p.updated_at AS updatedAt,
    (SELECT json_group_array(json_object('sphereId', t.sphere_id, 'analyst', ta.name, 'createdAt', t.created_at) ORDER BY t.n)
       FROM taggings t JOIN analysts ta ON ta.id = t.analyst_id WHERE t.passage_id = p.id) AS taggings
  FROM passages p
    JOIN documents d ON d.id = p.document_id
    JOIN sources src ON src.document_id = p.document_id
    JOIN analysts a ON a.id = p.analyst_id
    LEFT JOIN notes n ON n.passage_id = p.id`;

const order = 'ORDER BY d.created_at, d.id, p.start, p."end", p.id';

const conditions = {
  document: 'p.document_id = @documentId',
  library: 'd.deleted_at IS NULL',
  state: 'p.state = @state',
  ids: 'p.id IN (SELECT value FROM json_each(@ids))',
  reliabilities: 'src.reliability IN (SELECT value FROM json_each(@reliabilities))',
  credibilities: 'coalesce(p.credibility, src.credibility) IN (SELECT value FROM json_each(@credibilities))',
  event: 'p.event_from <= @to AND p.event_to >= @from',
  /** In a sphere or in one below it. */
  spheres: `EXISTS (
    SELECT 1 FROM taggings t WHERE t.passage_id = p.id AND t.sphere_id IN (
      WITH RECURSIVE wanted (id) AS (
        SELECT value FROM json_each(@spheres) UNION SELECT s.id FROM spheres s JOIN wanted w ON s.parent_id = w.id
      )
      SELECT id FROM wanted))`,
};

const compiled = new WeakMap<Database, Map<string, Statement<[Bind], PassageRow>>>();

/**
 * Passages in the order of their documents and of the text. Those of documents in the bin only where `documentId` names
 * one. No spheres given, or none in the list: in any or in none.
 */
export function listPassages(db: Database, filter: PassageFilter): Passage[] {
  const { documentId, passageIds, sphereIds = [], state, reliabilities, credibilities, event } = filter;
  const where = [documentId === undefined ? conditions.library : conditions.document];
  if (passageIds !== undefined) where.push(conditions.ids);
  if (state !== undefined) where.push(conditions.state);
  if (sphereIds.length > 0) where.push(conditions.spheres);
  if (reliabilities !== undefined) where.push(conditions.reliabilities);
  if (credibilities !== undefined) where.push(conditions.credibilities);
  if (event !== undefined) where.push(conditions.event);
  return read(db, where, {
    ...noFilter,
    documentId: documentId ?? null,
    ids: JSON.stringify(passageIds ?? []),
    spheres: JSON.stringify(sphereIds),
    state: state ?? null,
    reliabilities: JSON.stringify(reliabilities ?? []),
    credibilities: JSON.stringify(credibilities ?? []),
    from: daysOf(event?.from ?? '')?.from ?? noFilter.from,
    to: daysOf(event?.to ?? '')?.to ?? noFilter.to,
  });
}

/** The passages of these ids, wherever their documents lie. Throws `not-found` where one is missing. */
export function passagesByIds(db: Database, ids: readonly string[]): Passage[] {
  const passages = read(db, [conditions.ids], { ...noFilter, ids: JSON.stringify(ids) });
  if (passages.length < new Set(ids).size) {
    throw new ArmillaryError(
      'not-found',
      'This passage is no longer in the notebook: it was removed, here or elsewhere. Nothing was changed.',
    );
  }
  return passages;
}

/** Throws `not-found`. */
export function passageOf(db: Database, id: string): Passage {
  const [passage] = passagesByIds(db, [id]);
  if (passage === undefined) throw new Error(`no passage ${id}, though it was counted`);
  return passage;
}

function read(db: Database, where: readonly string[], bind: Bind): Passage[] {
  const sql = `${columns} WHERE ${where.join(' AND ')} ${order}`;
  const statements = compiled.get(db) ?? new Map<string, Statement<[Bind], PassageRow>>();
  compiled.set(db, statements);
  const ready = statements.get(sql) ?? db.prepare<[Bind], PassageRow>(sql);
  statements.set(sql, ready);
  return ready.all(bind).map(fromRow);
}

function fromRow({ segments, taggings, reliability, sourceCredibility, ...rest }: PassageRow): Passage {
  const pairs: [number, number][] = JSON.parse(segments);
  const tagged: Tagging[] = JSON.parse(taggings);
  const grade = { reliability, credibility: rest.credibility ?? sourceCredibility };
  return { ...rest, grade, segments: pairs.map(([start, end]): Segment => ({ start, end })), taggings: tagged };
}

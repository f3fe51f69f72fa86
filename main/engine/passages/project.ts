import type { Database } from 'better-sqlite3';
import type { ProjectedPassage } from '../../../anchoring/index.ts';
import type { Segment } from '../../../contract/index.ts';
import type { Change, Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';

/** The columns of a passage that follow from its document's text. */
export interface AnchorColumns {
  quote: string;
  prefix: string;
  suffix: string;
  /** JSON array of [start, end]; empty when detached. */
  segments: string;
  start: number;
  end: number;
  state: 'anchored' | 'detached';
  /** Where in the original it stands. */
  locator: string;
}

type AnchorRow = AnchorColumns & { id: string };

const idsOf = statement<[string], { id: string }>('SELECT id FROM passages WHERE document_id = ?');
const anchorsOf = statement<[string], AnchorRow>(`
  SELECT id, quote, prefix, suffix, segments, start, "end", state, locator FROM passages WHERE document_id = ?`);
const anchorOf = statement<[string], AnchorRow>(`
  SELECT id, quote, prefix, suffix, segments, start, "end", state, locator FROM passages WHERE id = ?`);
const storeAnchor = statement<[AnchorRow & { now: string }]>(`
  UPDATE passages SET quote = @quote, prefix = @prefix, suffix = @suffix, segments = @segments, start = @start, "end" = @end,
    state = @state, locator = @locator, updated_at = CASE WHEN quote IS @quote AND state IS @state THEN updated_at ELSE @now END
  WHERE id = @id`);

/** The passages that a change of the text reached. */
export interface StoredAnchors {
  changed: string[];
  moved: [id: string, segments: Segment[]][];
}

export function passageIdsOf(db: Database, documentId: string): Set<string> {
  return new Set(
    idsOf(db)
      .all(documentId)
      .map(({ id }) => id),
  );
}

/**
 * Brings a document's passages in line with what its text now says, and writes only those that changed. A passage that
 * stands in the text no more becomes detached and keeps its quote and last place. Returns those written: `moved` are those
 * that only stand elsewhere, because text before them changed.
 */
export function storeAnchors({ db, now }: Context, documentId: string, anchors: ReadonlyMap<string, ProjectedPassage>): StoredAnchors {
  const written: StoredAnchors = { changed: [], moved: [] };
  for (const row of anchorsOf(db).all(documentId)) {
    const anchor = anchors.get(row.id);
    const next: AnchorColumns = anchor === undefined ? { ...row, segments: '[]', state: 'detached' } : anchorColumns(anchor);
    if (isSame(row, next)) continue;
    storeAnchor(db).run({ ...next, id: row.id, now: now() });
    if (saysSame(row, next)) written.moved.push([row.id, anchor?.segments ?? []]);
    else written.changed.push(row.id);
  }
  return written;
}

/** Has the open step, when it is taken back, give passages the words and the place that they have now. */
export function rememberAnchors(context: Context, change: Change, ids: readonly string[]): void {
  const { db, now } = context;
  const rows = ids.flatMap((id) => anchorOf(db).get(id) ?? []);
  if (rows.length === 0) return;
  change.onUndo(() => {
    rememberAnchors(context, change, ids);
    for (const row of rows) storeAnchor(db).run({ ...row, now: now() });
    change.changed('passages');
  });
}

export function anchorColumns({ quote, prefix, suffix, segments, locator }: ProjectedPassage): AnchorColumns {
  return {
    quote,
    prefix,
    suffix,
    segments: JSON.stringify(segments.map(({ start, end }) => [start, end])),
    start: segments[0]?.start ?? 0,
    end: segments.at(-1)?.end ?? 0,
    state: 'anchored',
    locator,
  };
}

function isSame(one: AnchorColumns, other: AnchorColumns): boolean {
  return saysSame(one, other) && one.segments === other.segments && one.start === other.start && one.end === other.end;
}

function saysSame(one: AnchorColumns, other: AnchorColumns): boolean {
  return (
    one.quote === other.quote &&
    one.prefix === other.prefix &&
    one.suffix === other.suffix &&
    one.state === other.state &&
    one.locator === other.locator
  );
}

import type { Database } from 'better-sqlite3';
import type { ProjectedPassage } from '../../../anchoring/index.ts';
import type { Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { type AnchorColumns, anchorColumns } from './project.ts';

const exists = statement<[string], { id: string }>('SELECT id FROM passages WHERE id = ?');
const insert = statement<[AnchorColumns & { id: string; documentId: string; analystId: string; now: string }]>(`
  INSERT INTO passages (id, document_id, quote, prefix, suffix, segments, start, "end", state, locator, analyst_id, created_at, updated_at)
  VALUES (@id, @documentId, @quote, @prefix, @suffix, @segments, @start, @end, @state, @locator, @analystId, @now, @now)`);
const remove = statement<[string]>('DELETE FROM passages WHERE id = ?');

/** Whether any document has a passage of this id. */
export function passageExists(db: Database, id: string): boolean {
  return exists(db).get(id) !== undefined;
}

/** Adds an anchored passage without spheres, in the name of the analyst at work. */
export function insertPassage(
  context: Context,
  { id, documentId, anchor }: { id: string; documentId: string; anchor: ProjectedPassage },
): void {
  insert(context.db).run({ ...anchorColumns(anchor), id, documentId, analystId: context.analystId, now: context.now() });
}

/** With their taggings and notes. */
export function removePassages(db: Database, ids: readonly string[]): void {
  for (const id of ids) remove(db).run(id);
}

import type { Database } from 'better-sqlite3';
import { composed } from '../../kernel/statement.ts';

/**
 * The values of an indexed column, each once, by stepping from one to the next in its index: a few values of many rows
 * without reading the rows.
 */
export function distinctValues(db: Database, table: 'documents' | 'sources', column: 'language' | 'author' | 'publisher'): string[] {
  return composed<[], string>(
    db,
    `WITH RECURSIVE stepped (value) AS (
       SELECT min(${column}) FROM ${table}
       UNION ALL SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > value) FROM stepped WHERE value IS NOT NULL)
     SELECT value FROM stepped WHERE value IS NOT NULL`,
  )
    .pluck()
    .all();
}

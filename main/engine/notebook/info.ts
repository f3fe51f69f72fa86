import { basename } from 'node:path';
import type { NotebookInfo } from '../../../contract/index.ts';
import type { Context } from '../kernel/context.ts';
import { versionOf } from '../kernel/migrate.ts';
import { statement } from '../kernel/statement.ts';

const notebookRow = statement<[], { id: string; createdAt: string; analystId: string; analystName: string }>(`
  SELECT n.id, n.created_at AS createdAt, a.id AS analystId, a.name AS analystName
  FROM notebook n JOIN analysts a ON a.id = n.analyst_id`);

/** What lies in the bin, and the passages and notes that hang on it, counts as `bin` alone. */
const countRow = statement<[], NotebookInfo['counts']>(`
  WITH library AS (SELECT id FROM documents WHERE deleted_at IS NULL),
    visible AS (SELECT id, state FROM passages WHERE document_id IN library)
  SELECT
    (SELECT count(*) FROM library) AS documents,
    (SELECT count(*) FROM documents WHERE deleted_at IS NOT NULL) AS bin,
    (SELECT count(*) FROM visible) AS passages,
    (SELECT count(*) FROM visible WHERE state = 'detached') AS detached,
    (SELECT count(*) FROM notes
       WHERE (document_id IS NULL OR document_id IN library) AND (passage_id IS NULL OR passage_id IN (SELECT id FROM visible))) AS notes,
    (SELECT count(*) FROM spheres) AS spheres`);

export function notebookInfo({ db, file }: Context): NotebookInfo {
  const row = notebookRow(db).get();
  const counts = countRow(db).get();
  if (row === undefined || counts === undefined) throw new Error('a notebook without its own row');
  const { id, createdAt, analystId, analystName } = row;
  return {
    id,
    name: basename(file, '.armillary'),
    file,
    createdAt,
    schemaVersion: versionOf(db),
    analyst: { id: analystId, name: analystName },
    counts,
  };
}

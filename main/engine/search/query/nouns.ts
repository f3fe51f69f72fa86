import type { HitKind } from '../../../../contract/index.ts';
import type { Columns } from './match.ts';

/**
 * How a kind of hit is read. Its own row is `row`, its document `d` with the source `s`, and what is a passage or a note on
 * one has it as `p`; `s` is joined only where it is asked for.
 */
export interface SearchedNoun {
  index: string;
  /** Alias of the noun's own row. */
  row: string;
  /** With the full-text index `i` leading, so that each row found is looked up once. */
  fromIndex: string;
  /** Without it, for a query that asks for no words. */
  fromRows: string;
  columns: Columns;
  /** How much each column counts, in the index's order: a title above a body, an exact form above a stem. */
  weights: string;
  /** The numbers of those that lie in the bin, with their documents. */
  inBin: string;
  /** Condition that it is tagged with one of the spheres in a set. */
  inSpheres: (spheres: string) => string;
  /** Condition on its passage, or on one of its passages where it is a document. */
  onPassage: (condition: string) => string;
}

const body: Columns = { exact: ['body'], stem: ['body_stems'] };
export const titleColumns: Columns = { exact: ['title'], stem: ['title_stems'] };

/** What joins the source to what was joined before. */
export const joinSource = 'LEFT JOIN sources AS s ON s.document_id = d.id';

const passagesInBin = (column: string) =>
  `SELECT ${column} FROM documents d JOIN passages p ON p.document_id = d.id WHERE d.deleted_at IS NOT NULL`;

const documentOfNote = `LEFT JOIN passages AS p ON p.id = t.passage_id
  LEFT JOIN documents AS d ON d.id = coalesce(t.document_id, p.document_id)`;

export const nouns: Readonly<Record<HitKind, SearchedNoun>> = {
  document: {
    index: 'document_index',
    row: 'd',
    fromIndex: 'document_index AS i CROSS JOIN documents AS d ON d.n = i.rowid',
    fromRows: 'documents AS d',
    columns: { exact: ['title', 'body'], stem: ['title_stems', 'body_stems'] },
    weights: '8.0, 2.0, 4.0, 1.0',
    inBin: 'SELECT n FROM documents WHERE deleted_at IS NOT NULL',
    inSpheres: (spheres) =>
      `d.id IN (SELECT p.document_id FROM taggings g JOIN passages p ON p.id = g.passage_id WHERE g.sphere_id IN ${spheres})`,
    onPassage: (condition) => `EXISTS (SELECT 1 FROM passages p WHERE p.document_id = d.id AND ${condition})`,
  },
  passage: {
    index: 'passage_index',
    row: 'p',
    fromIndex: 'passage_index AS i CROSS JOIN passages AS p ON p.n = i.rowid CROSS JOIN documents AS d ON d.id = p.document_id',
    fromRows: 'passages AS p JOIN documents AS d ON d.id = p.document_id',
    columns: body,
    weights: '2.0, 1.0',
    inBin: passagesInBin('p.n'),
    inSpheres: (spheres) => `p.id IN (SELECT passage_id FROM taggings WHERE sphere_id IN ${spheres})`,
    onPassage: (condition) => condition,
  },
  note: {
    index: 'note_index',
    row: 't',
    fromIndex: `note_index AS i CROSS JOIN notes AS t ON t.n = i.rowid ${documentOfNote}`,
    fromRows: `notes AS t ${documentOfNote}`,
    columns: body,
    weights: '2.0, 1.0',
    inBin: `SELECT t.n FROM documents d JOIN notes t ON t.document_id = d.id WHERE d.deleted_at IS NOT NULL
      UNION ALL SELECT n FROM notes WHERE passage_id IN (${passagesInBin('p.id')})`,
    inSpheres: (spheres) =>
      `(t.passage_id IN (SELECT passage_id FROM taggings WHERE sphere_id IN ${spheres}) OR t.sphere_id IN ${spheres})`,
    onPassage: (condition) => `(p.id IS NOT NULL AND ${condition})`,
  },
};

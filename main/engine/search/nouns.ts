import type { HitKind } from '../../../contract/index.ts';
import type { Columns } from './match.ts';

/** How a kind of hit is read: its row is `t`, its document `d` with the source `s`, and what is a passage or a note on one has it as `p`. */
export interface SearchedNoun {
  index: string;
  /** With the full-text index `i` leading, so that each row found is looked up once. */
  fromIndex: string;
  /** Without it, for a query that asks for no words. */
  fromRows: string;
  columns: Columns;
  /** How much each column counts, in the index's order: a title above a body, an exact form above a stem. */
  weights: string;
  /** When it was made or came in. */
  added: string;
  /** Condition that it is tagged with one of the spheres in a set. */
  inSpheres: (spheres: string) => string;
  /** Condition on its passage, or on one of its passages where it is a document. */
  onPassage: (condition: string) => string;
}

const body: Columns = { exact: ['body'], stem: ['body_stems'] };
export const titleColumns: Columns = { exact: ['title'], stem: ['title_stems'] };

export const nouns: Readonly<Record<HitKind, SearchedNoun>> = {
  document: {
    index: 'document_index',
    fromIndex:
      'document_index AS i CROSS JOIN documents AS d ON d.n = i.rowid CROSS JOIN documents AS t ON t.n = d.n CROSS JOIN sources AS s ON s.document_id = d.id',
    fromRows: 'documents AS d JOIN documents AS t ON t.n = d.n JOIN sources AS s ON s.document_id = d.id',
    columns: { exact: ['title', 'body'], stem: ['title_stems', 'body_stems'] },
    weights: '8.0, 2.0, 4.0, 1.0',
    added: 't.created_at',
    inSpheres: (spheres) =>
      `t.id IN (SELECT p.document_id FROM taggings g JOIN passages p ON p.id = g.passage_id WHERE g.sphere_id IN ${spheres})`,
    onPassage: (condition) => `EXISTS (SELECT 1 FROM passages p WHERE p.document_id = t.id AND ${condition})`,
  },
  passage: {
    index: 'passage_index',
    fromIndex: `passage_index AS i CROSS JOIN passages AS p ON p.n = i.rowid CROSS JOIN passages AS t ON t.n = p.n
      CROSS JOIN documents AS d ON d.id = t.document_id CROSS JOIN sources AS s ON s.document_id = d.id`,
    fromRows:
      'passages AS p JOIN passages AS t ON t.n = p.n JOIN documents AS d ON d.id = t.document_id JOIN sources AS s ON s.document_id = d.id',
    columns: body,
    weights: '2.0, 1.0',
    added: 't.created_at',
    inSpheres: (spheres) => `t.id IN (SELECT passage_id FROM taggings WHERE sphere_id IN ${spheres})`,
    onPassage: (condition) => condition,
  },
  note: {
    index: 'note_index',
    fromIndex: `note_index AS i CROSS JOIN notes AS t ON t.n = i.rowid LEFT JOIN passages AS p ON p.id = t.passage_id
      LEFT JOIN documents AS d ON d.id = coalesce(t.document_id, p.document_id) LEFT JOIN sources AS s ON s.document_id = d.id`,
    fromRows: `notes AS t LEFT JOIN passages AS p ON p.id = t.passage_id
      LEFT JOIN documents AS d ON d.id = coalesce(t.document_id, p.document_id) LEFT JOIN sources AS s ON s.document_id = d.id`,
    columns: body,
    weights: '2.0, 1.0',
    added: 't.created_at',
    inSpheres: (spheres) =>
      `(t.passage_id IN (SELECT passage_id FROM taggings WHERE sphere_id IN ${spheres}) OR t.sphere_id IN ${spheres})`,
    onPassage: (condition) => `(p.id IS NOT NULL AND ${condition})`,
  },
};

import type { Database, Statement } from 'better-sqlite3';
import { gap } from '../../../../anchoring/index.ts';
import type { HitKind, SearchHit, Segment } from '../../../../contract/index.ts';
import { statement } from '../../kernel/statement.ts';
import type { Near, Term } from '../query/terms.ts';
import type { Found } from './find.ts';
import { hitsForSnippet } from './glimpse.ts';
import { makeSnippet, type Shown } from './snippets.ts';

type Terms = readonly (Term | Near)[];

interface DocumentRow {
  n: number;
  id: string;
  title: string;
  language: string;
  bytes: Buffer;
}

interface PassageRow {
  n: number;
  id: string;
  documentId: string;
  title: string;
  language: string;
  quote: string;
  segments: string;
}

interface NoteRow {
  n: number;
  id: string;
  body: string;
  passageId: string | null;
  sphereId: string | null;
  documentId: string | null;
  title: string;
  language: string;
}

/** The text as bytes: Node makes a string of Cyrillic or Han out of them many times faster than SQLite is read as one. */
const documentRows = statement<[string], DocumentRow>(`
  SELECT d.n, d.id, d.title, d.language, CAST(b.text AS BLOB) AS bytes
  FROM json_each(?) AS asked CROSS JOIN documents d ON d.n = asked.value JOIN bodies b ON b.document_id = d.id`);
const passageRows = statement<[string], PassageRow>(`
  SELECT p.n, p.id, p.document_id AS documentId, d.title, d.language, p.quote, p.segments
  FROM json_each(?) AS asked CROSS JOIN passages p ON p.n = asked.value JOIN documents d ON d.id = p.document_id`);
const noteRows = statement<[string], NoteRow>(`
  SELECT note.n, note.id, note.body, note.passage_id AS passageId, note.sphere_id AS sphereId, d.id AS documentId,
    coalesce(d.title, s.name, 'Notebook') AS title, coalesce(d.language, 'und') AS language
  FROM json_each(?) AS asked CROSS JOIN notes note ON note.n = asked.value
    LEFT JOIN passages p ON p.id = note.passage_id
    LEFT JOIN documents d ON d.id = coalesce(note.document_id, p.document_id)
    LEFT JOIN spheres s ON s.id = note.sphere_id`);

/** The rows found, as the analyst sees them: with snippets of the original text. */
export function describeFound(db: Database, found: readonly Found[], terms: Terms): SearchHit[] {
  const documents = rowsOf('document', found, documentRows(db));
  const passages = rowsOf('passage', found, passageRows(db));
  const notes = rowsOf('note', found, noteRows(db));
  const describe = ({ kind, n, score }: Found): SearchHit => {
    switch (kind) {
      case 'document':
        return describeDocument(rowIn(documents, n), score, terms);
      case 'passage':
        return describePassage(rowIn(passages, n), score, terms);
      case 'note':
        return describeNote(rowIn(notes, n), score, terms);
    }
  };
  return found.map(describe);
}

/** The rows of one kind by their numbers, read at once: a statement for each would take three times as long. */
function rowsOf<Row extends { n: number }>(kind: HitKind, found: readonly Found[], read: Statement<[string], Row>): Map<number, Row> {
  const numbers = found.filter((each) => each.kind === kind).map(({ n }) => n);
  if (numbers.length === 0) return new Map();
  return new Map(read.all(JSON.stringify(numbers)).map((row) => [row.n, row]));
}

function rowIn<Row>(rows: ReadonlyMap<number, Row>, n: number): Row {
  const row = rows.get(n);
  if (row === undefined) throw new Error(`the search index holds row ${n}, which is gone`);
  return row;
}

function snippetOf(text: string, language: string, terms: Terms): Shown {
  return makeSnippet(text, hitsForSnippet(text, language, terms));
}

function describeDocument({ id, title, language, bytes }: DocumentRow, score: number, terms: Terms): SearchHit {
  const { text, hits, first } = snippetOf(bytes.toString(), language, terms);
  return {
    kind: 'document',
    documentId: id,
    passageId: null,
    noteId: null,
    sphereId: null,
    title,
    snippet: { text, hits },
    target: first,
    score,
  };
}

function describePassage({ id, documentId, title, language, quote, segments }: PassageRow, score: number, terms: Terms): SearchHit {
  const { text, hits, first } = snippetOf(quote, language, terms);
  const target = first === null ? null : placeInText(segmentsOf(segments), first);
  return { kind: 'passage', documentId, passageId: id, noteId: null, sphereId: null, title, snippet: { text, hits }, target, score };
}

function describeNote({ id, body, passageId, sphereId, documentId, title, language }: NoteRow, score: number, terms: Terms): SearchHit {
  const { text, hits } = snippetOf(body, language, terms);
  return { kind: 'note', documentId, passageId, noteId: id, sphereId, title, snippet: { text, hits }, target: null, score };
}

function segmentsOf(json: string): Segment[] {
  const pairs: [number, number][] = JSON.parse(json);
  return pairs.map(([start, end]) => ({ start, end }));
}

/** Where a stretch of a passage's quote stands in the document; null where the passage is detached. */
function placeInText(segments: readonly Segment[], { start, end }: Segment): Segment | null {
  let before = 0;
  for (const segment of segments) {
    const length = segment.end - segment.start;
    if (start < before + length) {
      const place = segment.start + Math.max(0, start - before);
      return { start: place, end: Math.min(segment.end, place + end - start) };
    }
    before += length + gap.length;
  }
  return null;
}

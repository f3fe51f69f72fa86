import type { Database, Statement } from 'better-sqlite3';
import { gap } from '../../../../anchoring/index.ts';
import type { SearchHit, Segment } from '../../../../contract/index.ts';
import { statement } from '../../kernel/statement.ts';
import { passageOf } from '../../passages/list.ts';
import type { Near, Term } from '../query/terms.ts';
import type { Found } from './find.ts';
import { hitsForSnippet } from './glimpse.ts';
import { makeSnippet, type Shown } from './snippets.ts';

type Terms = readonly (Term | Near)[];

interface NoteRow {
  id: string;
  body: string;
  passageId: string | null;
  sphereId: string | null;
  documentId: string | null;
  title: string;
  language: string;
}

/** The text as bytes: Node makes a string of Cyrillic or Han out of them many times faster than SQLite is read as one. */
const documentRow = statement<[number], { id: string; title: string; language: string; bytes: Buffer }>(
  'SELECT d.id, d.title, d.language, CAST(b.text AS BLOB) AS bytes FROM documents d JOIN bodies b ON b.document_id = d.id WHERE d.n = ?',
);
const passageRow = statement<[number], { id: string; language: string }>(
  'SELECT p.id, d.language FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.n = ?',
);
const noteRow = statement<[number], NoteRow>(`
  SELECT note.id, note.body, note.passage_id AS passageId, note.sphere_id AS sphereId, d.id AS documentId,
    coalesce(d.title, s.name, 'Notebook') AS title, coalesce(d.language, 'und') AS language
  FROM notes note
    LEFT JOIN passages p ON p.id = note.passage_id
    LEFT JOIN documents d ON d.id = coalesce(note.document_id, p.document_id)
    LEFT JOIN spheres s ON s.id = note.sphere_id
  WHERE note.n = ?`);

/** A row found, as the analyst sees it: with a snippet of the original text. */
export function describeFound(db: Database, { kind, n, score }: Found, terms: Terms): SearchHit {
  switch (kind) {
    case 'document':
      return describeDocument(db, n, score, terms);
    case 'passage':
      return describePassage(db, n, score, terms);
    case 'note':
      return describeNote(db, n, score, terms);
  }
}

function snippetOf(text: string, language: string, terms: Terms): Shown {
  return makeSnippet(text, hitsForSnippet(text, language, terms));
}

function describeDocument(db: Database, n: number, score: number, terms: Terms): SearchHit {
  const document = found(documentRow(db), n);
  const { text, hits, first } = snippetOf(document.bytes.toString(), document.language, terms);
  return {
    kind: 'document',
    documentId: document.id,
    passageId: null,
    noteId: null,
    sphereId: null,
    title: document.title,
    snippet: { text, hits },
    target: first,
    score,
  };
}

function describePassage(db: Database, n: number, score: number, terms: Terms): SearchHit {
  const row = found(passageRow(db), n);
  const { id, documentId, documentTitle, quote, segments } = passageOf(db, row.id);
  const { text, hits, first } = snippetOf(quote, row.language, terms);
  return {
    kind: 'passage',
    documentId,
    passageId: id,
    noteId: null,
    sphereId: null,
    title: documentTitle,
    snippet: { text, hits },
    target: first === null ? null : placeInText(segments, first),
    score,
  };
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

function describeNote(db: Database, n: number, score: number, terms: Terms): SearchHit {
  const note = found(noteRow(db), n);
  const { text, hits } = snippetOf(note.body, note.language, terms);
  return {
    kind: 'note',
    documentId: note.documentId,
    passageId: note.passageId,
    noteId: note.id,
    sphereId: note.sphereId,
    title: note.title,
    snippet: { text, hits },
    target: null,
    score,
  };
}

function found<Row>(read: Statement<[number], Row>, n: number): Row {
  const row = read.get(n);
  if (row === undefined) throw new Error(`the search index holds row ${n}, which is gone`);
  return row;
}

import type { Database } from 'better-sqlite3';
import type { DocumentSummary, NoteTarget, Passage, Sphere } from '../../../contract/index.ts';
import { listDocuments, summaryOf } from '../documents/summaries.ts';
import type { Context } from '../kernel/context.ts';
import { notebookInfo } from '../notebook/info.ts';
import { noteOn } from '../notes/put.ts';
import { listPassages } from '../passages/list.ts';
import { readQuery } from '../search/query/compile.ts';
import { everything, find } from '../search/results/find.ts';
import { isWithin, listSpheres, sphereIn } from '../spheres/tree.ts';
import type { Scope, SelectedDocument, SelectedNote, SelectedPassage, SelectedSphere, Selection } from './selection.ts';

/**
 * The passages and notes of a scope, by document, as every format writes them. With `everyDocument`, those of the whole notebook
 * that have neither are in it too, as is the one that was asked for. Throws `not-found`.
 */
export function select(context: Context, scope: Scope, { everyDocument = false } = {}): Selection {
  const { db } = context;
  const { id, name } = notebookInfo(context);
  const spheres = listSpheres(db);
  const paths = new Map(spheres.map((sphere) => [sphere.id, pathOf(spheres, sphere)]));
  return {
    notebook: { id, name },
    exportedAt: context.now(),
    scope,
    title: titleOf(db, scope, spheres),
    notes: selectNotes(db, scope, spheres, paths),
    documents: selectDocuments(db, scope, spheres, paths, everyDocument),
  };
}

function titleOf(db: Database, scope: Scope, spheres: readonly Sphere[]): string {
  switch (scope.kind) {
    case 'notebook':
      return 'The whole notebook';
    case 'document':
      return `Document “${summaryOf(db, scope.documentId).title}”`;
    case 'documents':
      return scope.documentIds.length === 1 ? '1 document' : `${scope.documentIds.length} documents`;
    case 'spheres':
      return `Spheres: ${scope.sphereIds.map((id) => sphereIn(spheres, id).name).join(', ')}`;
    case 'search':
      return `Search: ${scope.query.text}`;
  }
}

function pathOf(spheres: readonly Sphere[], { name, parentId }: Sphere): string {
  return parentId === null ? name : `${pathOf(spheres, sphereIn(spheres, parentId))} / ${name}`;
}

function selectNotes(db: Database, scope: Scope, spheres: readonly Sphere[], paths: ReadonlyMap<string, string>): SelectedNote[] {
  const isChosen = ({ id }: Sphere) =>
    scope.kind === 'notebook' || (scope.kind === 'spheres' && scope.sphereIds.some((chosen) => isWithin(spheres, id, chosen)));
  const onNotebook = scope.kind === 'notebook' ? readNote(db, { kind: 'notebook' }) : null;
  const notes: SelectedNote[] = onNotebook === null ? [] : [{ on: 'notebook', name: '', ...onNotebook }];
  for (const sphere of spheres.filter(isChosen)) {
    const note = readNote(db, { kind: 'sphere', id: sphere.id });
    if (note !== null) notes.push({ on: 'sphere', name: paths.get(sphere.id) ?? sphere.name, ...note });
  }
  return notes;
}

function readNote(db: Database, target: NoteTarget): SelectedDocument['note'] {
  const note = noteOn(db, target);
  return note === null ? null : { body: note.body, analyst: note.analyst, date: note.updatedAt };
}

function selectDocuments(
  db: Database,
  scope: Scope,
  spheres: readonly Sphere[],
  paths: ReadonlyMap<string, string>,
  everyDocument: boolean,
): SelectedDocument[] {
  const byDocument = Map.groupBy(selectPassages(db, scope), ({ documentId }) => documentId);
  const withNotesAlone = scope.kind === 'notebook' || scope.kind === 'document' || scope.kind === 'documents';
  const isIn = ({ id, hasNote }: DocumentSummary) => byDocument.has(id) || (withNotesAlone && (hasNote || everyDocument));
  const documents = documentsIn(db, scope);
  return documents.filter(isIn).map(({ id, title, language, source, hasNote }) => ({
    id,
    title,
    language,
    source,
    note: hasNote ? readNote(db, { kind: 'document', id }) : null,
    passages: (byDocument.get(id) ?? []).map((passage) => withSpheres(passage, spheres, paths)),
  }));
}

function documentsIn(db: Database, scope: Scope): DocumentSummary[] {
  switch (scope.kind) {
    case 'document':
      return [summaryOf(db, scope.documentId)];
    case 'documents':
      return listDocuments(db, { bin: false, documentIds: scope.documentIds });
    default:
      return listDocuments(db, { bin: false });
  }
}

function withSpheres({ taggings, ...passage }: Passage, spheres: readonly Sphere[], paths: ReadonlyMap<string, string>): SelectedPassage {
  const tagged = spheres.flatMap((sphere): (SelectedSphere & { analyst: string; taggedAt: string })[] => {
    const tagging = taggings.find(({ sphereId }) => sphereId === sphere.id);
    if (tagging === undefined) return [];
    const { analyst, createdAt: taggedAt } = tagging;
    return [{ id: sphere.id, path: paths.get(sphere.id) ?? sphere.name, color: sphere.color, analyst, taggedAt }];
  });
  return { ...passage, spheres: tagged };
}

function selectPassages(db: Database, scope: Scope): Passage[] {
  switch (scope.kind) {
    case 'notebook':
      return listPassages(db, {});
    case 'document':
      return listPassages(db, { documentId: scope.documentId });
    case 'documents': {
      const chosen = new Set(scope.documentIds);
      return listPassages(db, {}).filter(({ documentId }) => chosen.has(documentId));
    }
    case 'spheres':
      return listPassages(db, { sphereIds: scope.sphereIds });
    case 'search':
      return passagesFound(db, scope.query);
  }
}

/** Those the search finds, themselves or by their note, and those of the documents it finds; never any its filters leave out. */
function passagesFound(db: Database, query: Extract<Scope, { kind: 'search' }>['query']): Passage[] {
  const { text, kinds, sphereIds, documentId = null, without } = query;
  const { asked } = readQuery(db, text, without);
  const { found } = find(db, { asked, kinds, sphereIds, documentId, sort: 'document', limit: everything });
  const numbersOf = (kind: string) => JSON.stringify(found.filter((row) => row.kind === kind).map(({ n }) => n));
  const ids = db
    .prepare<[Record<string, string>], string>(
      `SELECT id FROM passages WHERE n IN (SELECT value FROM json_each(@passage))
       UNION SELECT passage_id FROM notes WHERE passage_id IS NOT NULL AND n IN (SELECT value FROM json_each(@note))
       UNION SELECT p.id FROM documents d JOIN passages p ON p.document_id = d.id WHERE d.n IN (SELECT value FROM json_each(@document))`,
    )
    .pluck()
    .all({ passage: numbersOf('passage'), note: numbersOf('note'), document: numbersOf('document') });
  const isFound = new Set(ids);
  return listPassages(db, documentId === null ? { sphereIds } : { documentId, sphereIds }).filter(({ id }) => isFound.has(id));
}

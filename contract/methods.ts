import { z } from 'zod';
import { Collection } from './collection.ts';
import { Document, DocumentSummary, SaveDocument, SavedDocument, Source } from './document.ts';
import { EditorState } from './editor-state.ts';
import { EventDate } from './event-date.ts';
import { BibliographyReport, Exported, ExportRequest, ImportFile, ImportReport, ImportText } from './exchange.ts';
import { Credibility } from './grading.ts';
import { Note, NoteTarget } from './note.ts';
import { CheckReport, NotebookInfo } from './notebook.ts';
import { Passage, PassageFilter } from './passage.ts';
import { Bytes, Id, Language, StepId } from './scalars.ts';
import { AliasGroup, ConcordanceLine, ConcordanceSort, Facet, SavedSearch, SearchAnswer, SearchQuery, Suggestion } from './search.ts';
import { SimilarDocument, SimilarGroup } from './similar.ts';
import { NewSphere, Sphere, SpherePatch } from './sphere.ts';
import { ApplyUpdate, ParagraphDifference, TextReplaced, UpdateReview, Version, VersionSummary } from './version.ts';

const nothing = z.object({});
const step = StepId;
const original = z.object({ name: z.string(), mediaType: z.string(), sha256: z.string(), bytes: Bytes });
const collectionName = z.string().trim().min(1, 'a collection needs a name').max(200);
const versionName = z.string().trim().min(1, 'a version needs a name').max(200);
const versionSpace = z.object({ automatic: z.int(), kept: z.int(), limit: z.int() });

/**
 * Everything a window, a terminal or a test can ask of the engine. A method that changes what an analyst made answers
 * with a `step`, which `history.undo` takes back.
 */
export const methods = {
  'notebook.info': { params: nothing, result: NotebookInfo },
  /** Adds the three sample articles with their passages and notes. */
  'notebook.addSample': { params: nothing, result: z.object({ documentIds: z.array(Id) }) },
  /** Integrity, foreign keys, every passage against its document's text. Reports progress; can be cancelled. */
  'notebook.check': { params: nothing, result: CheckReport },
  'notebook.setAnalyst': { params: z.object({ name: z.string().trim().min(1).max(200) }), result: NotebookInfo },

  /** Ids for what a window makes before it saves. */
  'ids.mint': { params: z.object({ count: z.int().min(1).max(100) }), result: z.object({ ids: z.array(Id) }) },

  /** The library, or the bin; with `documentIds` only those of them that lie there. */
  'documents.list': {
    params: z.object({
      bin: z.boolean().default(false),
      documentIds: z.array(Id).optional(),
      /** Those in this collection or one below it. */
      collectionId: Id.optional(),
      /** The library or the bin in parts: no more than so many, the last that came; with `before`, of those that came before it. */
      limit: z.int().positive().optional(),
      before: Id.optional(),
    }),
    result: z.array(DocumentSummary),
  },
  'documents.get': { params: z.object({ documentId: Id }), result: Document },
  /** The plain text that every offset counts. */
  'documents.text': { params: z.object({ documentId: Id }), result: z.object({ text: z.string(), revision: z.int() }) },
  'documents.create': {
    params: z.object({ title: z.string().trim().min(1).max(500), state: EditorState.optional() }),
    result: z.object({ document: Document, step }),
  },
  'documents.save': { params: SaveDocument, result: SavedDocument },
  'documents.update': {
    params: z.object({
      documentId: Id,
      title: z.string().trim().min(1).max(500).optional(),
      language: Language.optional(),
      source: Source.partial().optional(),
    }),
    result: z.object({ document: DocumentSummary, step }),
  },
  /** What is known of several documents at once; what is not given stays. */
  'documents.updateAll': {
    params: z.object({
      documentIds: z.array(Id).min(1),
      language: Language.optional(),
      source: Source.partial().optional(),
    }),
    result: z.object({ step }),
  },
  /** To the bin; nothing is lost. */
  'documents.remove': { params: z.object({ documentIds: z.array(Id).min(1) }), result: z.object({ step }) },
  'documents.restore': { params: z.object({ documentIds: z.array(Id).min(1) }), result: z.object({ step }) },
  /**
   * Ends documents that lie in the bin, with their passages, notes, versions and originals, for good: no step takes it back.
   * Without `documentIds`, all that lie there. `conflict` where one of them was restored meanwhile; then nothing is changed.
   */
  'documents.purge': { params: z.object({ documentIds: z.array(Id).optional() }), result: z.object({ documents: z.int() }) },
  /** The kept file against the SHA-256 taken when it came in. `not-found` for a document written here. */
  'documents.verify': {
    params: z.object({ documentId: Id }),
    result: z.object({ intact: z.boolean(), sha256: z.string(), size: z.int() }),
  },
  /** The imported file, byte for byte. `not-found` for a document written here. */
  'documents.original': { params: z.object({ documentId: Id }), result: original },
  /** What a file would do to a document's passages were it its new text. Changes nothing. Reports progress; can be cancelled. */
  'documents.previewUpdate': { params: z.object({ documentId: Id, file: ImportFile }), result: UpdateReview },
  /**
   * Gives a document the text of a file, and its passages the places accepted. What was there is kept as a version, with
   * its original. The step takes it all back; `conflict` where the text was edited since. Reports progress; can be cancelled.
   */
  'documents.applyUpdate': { params: ApplyUpdate, result: TextReplaced },

  /** What the document's passages would become were its original read in another encoding. Changes nothing. */
  'documents.previewReread': { params: z.object({ documentId: Id, encoding: z.string().min(1) }), result: UpdateReview },
  /** As `documents.applyUpdate`, with the document's own original in another encoding. Its title and language follow. */
  'documents.reread': {
    params: z.object({ ...ApplyUpdate.omit({ file: true }).shape, encoding: z.string().min(1) }),
    result: TextReplaced,
  },

  /**
   * The near-duplicates of a document that are in the library, the most alike first, as far as is known: `pending` documents
   * are still to be compared, which is done in the background.
   */
  'similar.list': {
    params: z.object({ documentId: Id }),
    result: z.object({ documents: z.array(SimilarDocument), pending: z.int() }),
  },
  /** All groups of near-duplicates, the largest first. Compares what is still to be compared: reports progress, can be cancelled. */
  'similar.groups': { params: nothing, result: z.object({ groups: z.array(SimilarGroup) }) },
  /** What leads from the text of one document to that of another, word for word. Reports progress; can be cancelled. */
  'similar.compare': {
    params: z.object({ fromId: Id, toId: Id }),
    result: z.object({ paragraphs: z.array(ParagraphDifference) }),
  },

  /** Newest first. */
  'versions.list': { params: z.object({ documentId: Id }), result: z.array(VersionSummary) },
  'versions.get': { params: z.object({ versionId: Id }), result: Version },
  /** The imported file that a version came from, byte for byte. `not-found` where there is none. */
  'versions.original': { params: z.object({ versionId: Id }), result: original },
  /** Keeps the document as it now is under a name. */
  'versions.name': { params: z.object({ documentId: Id, name: versionName }), result: z.object({ version: VersionSummary, step }) },
  /** An automatic version that gets a name is a named one, and stays. */
  'versions.rename': { params: z.object({ versionId: Id, name: versionName }), result: z.object({ version: VersionSummary, step }) },
  /** Lets go of a version of any kind, for good once the notebook is closed. What restores to it can then not be undone. */
  'versions.remove': { params: z.object({ versionId: Id }), result: z.object({ step }) },
  /** Word for word; null is the document as it now is. Reports progress; can be cancelled. */
  'versions.compare': {
    params: z.object({ documentId: Id, from: Id.nullable(), to: Id.nullable() }),
    result: z.object({ paragraphs: z.array(ParagraphDifference) }),
  },
  /**
   * Makes a document what it was, after keeping what it is as a version. Passages stand where they stood; those made
   * since where their words stand once, else they become detached. The step takes it back; `conflict` where the text
   * was edited since. Reports progress; can be cancelled.
   */
  'versions.restore': { params: z.object({ versionId: Id }), result: TextReplaced },
  /** Bytes that versions take: the automatic ones, which `limit` bounds, and those kept for ever. */
  'versions.space': { params: nothing, result: versionSpace },
  'versions.setLimit': { params: z.object({ limit: z.int().nonnegative() }), result: versionSpace },

  'passages.list': { params: PassageFilter, result: z.array(Passage) },
  'passages.get': { params: z.object({ passageId: Id }), result: Passage },
  /**
   * Puts a stretch of a document's text into spheres: marks it in the stored editor state and saves. For callers that
   * hold no editor; a window marks in its own editor and calls `documents.save`. `invalid` where the stretch is empty
   * or outside the text.
   */
  'passages.tag': {
    params: z.object({
      documentId: Id,
      baseRevision: z.int(),
      start: z.int().nonnegative(),
      end: z.int().positive(),
      sphereIds: z.array(Id),
      note: z.string().default(''),
    }),
    result: z.object({ passage: Passage, revision: z.int(), step }),
  },
  /**
   * Puts many stretches of many documents into spheres at once. One that is a passage already gets the taggings it lacks;
   * one whose document moved on from its revision is left out and counted. One step.
   */
  'passages.tagAll': {
    params: z.object({
      places: z
        .array(z.object({ documentId: Id, revision: z.int(), start: z.int().nonnegative(), end: z.int().positive() }))
        .min(1)
        .max(20_000),
      sphereIds: z.array(Id).min(1),
    }),
    result: z.object({ made: z.int(), tagged: z.int(), left: z.int(), step }),
  },
  /** Sets each passage's spheres to exactly these. Taggings that stay keep their analyst and date. */
  'passages.setSpheres': {
    params: z.object({ passageIds: z.array(Id).min(1), sphereIds: z.array(Id) }),
    result: z.object({ passages: z.array(Passage), step }),
  },
  /** Grades passages and dates what they report. What is not given stays; null takes it away. */
  'passages.grade': {
    params: z.object({
      passageIds: z.array(Id).min(1),
      credibility: Credibility.nullable().optional(),
      event: EventDate.nullable().optional(),
    }),
    result: z.object({ passages: z.array(Passage), step }),
  },
  /** For a detached passage; an anchored one is removed by the save that drops its mark. */
  'passages.remove': { params: z.object({ passageIds: z.array(Id).min(1) }), result: z.object({ step }) },

  /** The whole codebook, parents before children, siblings by position. */
  'spheres.list': { params: nothing, result: z.array(Sphere) },
  'spheres.add': { params: NewSphere, result: z.object({ sphere: Sphere, step }) },
  'spheres.update': { params: z.object({ sphereId: Id, patch: SpherePatch }), result: z.object({ sphere: Sphere, step }) },
  /** Moves below `parentId` (null: top level) to `position` among its siblings. `invalid` below itself. */
  'spheres.move': {
    params: z.object({ sphereId: Id, parentId: Id.nullable(), position: z.int().nonnegative() }),
    result: z.object({ step }),
  },
  /** Every tagging and sub-sphere of the first goes to the second; the first ends. Its note is appended to the second's. */
  'spheres.merge': { params: z.object({ sphereId: Id, intoId: Id }), result: z.object({ step }) },
  /** With its sub-spheres. Passages stay; they lose the taggings. */
  'spheres.remove': { params: z.object({ sphereId: Id }), result: z.object({ step }) },

  /** All collections, parents before children, siblings by position. */
  'collections.list': { params: nothing, result: z.array(Collection) },
  /** Which documents are in which collection, those of its sub-collections not named; those in the bin are. */
  'collections.contents': { params: nothing, result: z.array(z.object({ collectionId: Id, documentIds: z.array(z.string()) })) },
  'collections.add': {
    params: z.object({
      name: collectionName,
      parentId: Id.nullable().default(null),
      /** Put into it at once. */
      documentIds: z.array(Id).default([]),
    }),
    result: z.object({ collection: Collection, step }),
  },
  'collections.rename': {
    params: z.object({ collectionId: Id, name: collectionName }),
    result: z.object({ collection: Collection, step }),
  },
  /** Below `parentId` (null: top level) to `position` among its siblings. `invalid` below itself. */
  'collections.move': {
    params: z.object({ collectionId: Id, parentId: Id.nullable(), position: z.int().nonnegative() }),
    result: z.object({ step }),
  },
  /** With its sub-collections. Their documents stay in the library. */
  'collections.remove': { params: z.object({ collectionId: Id }), result: z.object({ step }) },
  'collections.put': { params: z.object({ collectionId: Id, documentIds: z.array(Id).min(1) }), result: z.object({ step }) },
  /** Out of the collection and those below it. */
  'collections.take': { params: z.object({ collectionId: Id, documentIds: z.array(Id).min(1) }), result: z.object({ step }) },

  'notes.get': { params: z.object({ target: NoteTarget }), result: Note.nullable() },
  /** An empty body removes the note. */
  'notes.put': { params: z.object({ target: NoteTarget, body: z.string() }), result: z.object({ note: Note.nullable(), step }) },

  'search.query': { params: SearchQuery, result: SearchAnswer },
  /** Where the query's words stand in one document's text, for painting. */
  'search.hitsIn': {
    params: z.object({ documentId: Id, text: z.string(), without: z.array(Id).default([]) }),
    result: z.object({ hits: z.array(z.object({ start: z.int(), end: z.int() })) }),
  },
  /** What a query's hits are, counted; `limit` and `offset` count for nothing. */
  'search.facets': { params: SearchQuery, result: z.object({ facets: z.array(Facet) }) },
  /**
   * Every occurrence in the documents that a query finds, one a line. Of more than `limit` lines those of the latest
   * documents are given; `complete` says whether these are all. Reports progress in documents; can be cancelled.
   */
  'search.concordance': {
    params: z.object({
      query: SearchQuery,
      sort: ConcordanceSort.default('document'),
      /** Characters on either side. */
      width: z.int().min(10).max(200).default(60),
      limit: z.int().min(1).max(20_000).default(2_000),
    }),
    result: z.object({ lines: z.array(ConcordanceLine), documents: z.int(), complete: z.boolean() }),
  },
  /** What may be typed at the caret: fields, their values, words of the index, earlier searches. */
  'search.suggest': {
    params: z.object({ text: z.string(), caret: z.int().nonnegative() }),
    result: z.object({ suggestions: z.array(Suggestion) }),
  },
  /** Rows that an older analyser indexed and that are being indexed anew, of how many. */
  'search.state': { params: nothing, result: z.object({ pending: z.int(), total: z.int() }) },

  /** Searches kept by name, by name. */
  'searches.list': { params: nothing, result: z.array(SavedSearch) },
  'searches.save': {
    params: z.object({ name: z.string().trim().min(1, 'a search needs a name').max(200), text: z.string().trim().min(1) }),
    result: z.object({ search: SavedSearch, step }),
  },
  'searches.update': {
    params: z.object({ searchId: Id, name: z.string().trim().min(1).max(200).optional(), text: z.string().trim().min(1).optional() }),
    result: z.object({ search: SavedSearch, step }),
  },
  'searches.remove': { params: z.object({ searchId: Id }), result: z.object({ step }) },
  /** What was searched for, newest first. */
  'searches.history': { params: z.object({ limit: z.int().min(1).max(200).default(20) }), result: z.array(z.string()) },
  /** Remembers a search that led somewhere. */
  'searches.remember': { params: z.object({ text: z.string().trim().min(1) }), result: nothing },
  'searches.forgetHistory': { params: nothing, result: nothing },

  'aliases.list': { params: nothing, result: z.array(AliasGroup) },
  /** Makes a group of names, or with `groupId` sets the names of that one; none ends it. `conflict` where another group has one of them. */
  'aliases.put': {
    params: z.object({ groupId: Id.optional(), names: z.array(z.string().trim().min(1).max(200)) }),
    result: z.object({ group: AliasGroup.nullable(), step }),
  },
  /** A table with a group a row and a name a cell (CSV or TSV). Names that are there already join their groups. */
  'aliases.import': { params: z.object({ text: z.string() }), result: z.object({ groups: z.int(), names: z.int(), step }) },

  /** Reports progress in files; cancelling keeps what is in and reports the rest. */
  'imports.files': { params: z.object({ files: z.array(ImportFile).min(1) }), result: ImportReport },
  /**
   * Imports files and folders that the analyst chose by the host, which gave the grant. Folders are walked: hidden files are
   * passed over, what is there already is skipped, so that an import that was interrupted goes on where it was. `run` is
   * what the caller calls it by in `imports.pause`. `not-found` where the host gave no such grant.
   */
  'imports.folder': { params: z.object({ grant: z.string(), run: z.string().default('') }), result: ImportReport },
  /** Encodings a person can choose from, the likeliest first. */
  'imports.encodings': { params: nothing, result: z.array(z.object({ label: z.string(), name: z.string() })) },
  /** Pauses an import under way, or lets it go on. `not-found` where there is none of that name. */
  'imports.pause': { params: z.object({ run: z.string().min(1), paused: z.boolean() }), result: z.object({}) },
  'imports.text': { params: ImportText, result: z.object({ documentId: Id, title: z.string() }) },

  /**
   * Takes in the references of a RIS, BibTeX or CSL-JSON file: those about a document of the library fill in what is empty of
   * its source, the others make documents without text. With `preview`, says what it would do and changes nothing.
   */
  'imports.bibliography': { params: z.object({ file: ImportFile, preview: z.boolean().default(false) }), result: BibliographyReport },

  /** Preview and export alike: the answer is the whole file. */
  'exports.make': { params: ExportRequest, result: Exported },

  /**
   * Takes a step back; the step in the answer takes that back again. `conflict` where something later stands on it,
   * and then nothing is changed.
   */
  'history.undo': { params: z.object({ step }), result: z.object({ step }) },
} as const satisfies Record<string, { params: z.ZodType; result: z.ZodType }>;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
/** What a caller passes. */
export type Params<M extends MethodName> = z.input<Methods[M]['params']>;
/** What a handler receives: defaults filled in. */
export type Parsed<M extends MethodName> = z.output<Methods[M]['params']>;
export type Result<M extends MethodName> = z.output<Methods[M]['result']>;
/** What a handler gives for it. */
export type Answer<M extends MethodName> = z.input<Methods[M]['result']>;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}

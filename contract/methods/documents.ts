import { z } from 'zod';
import { Document, DocumentSummary, SaveDocument, SavedDocument, Source } from '../document.ts';
import { EditorState } from '../editor-state.ts';
import { ImportFile } from '../exchange.ts';
import { Id, Language } from '../scalars.ts';
import { ApplyUpdate, TextReplaced, UpdateReview } from '../version.ts';
import { original, step } from './parts.ts';

export const documentsMethods = {
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
} as const;

import { z } from 'zod';
import { BibliographyReport, ImportFile, ImportReport, ImportText } from '../exchange.ts';
import { Id } from '../scalars.ts';
import { TablePreview, TableReading } from '../table.ts';
import { nothing } from './parts.ts';

export const importsMethods = {
  /** Reports progress in files; cancelling keeps what is in and reports the rest. `table` says how one that is a table is read. */
  'imports.files': {
    params: z.object({ files: z.array(ImportFile.extend({ table: TableReading.optional() })).min(1) }),
    result: ImportReport,
  },
  /**
   * Imports files and folders that the analyst chose by the host, which gave the grant. Folders are walked: hidden files are
   * passed over, what is there already is skipped, so that an import that was interrupted goes on where it was. `run` is
   * what the caller calls it by in `imports.pause`; `table` says how the tables in it are read. `not-found` where the host
   * gave no such grant.
   */
  'imports.folder': {
    params: z.object({ grant: z.string(), run: z.string().default(''), table: TableReading.optional() }),
    result: ImportReport,
  },
  /** What a table holds, how it would be read and what would come of it. Changes nothing; can be cancelled. */
  'imports.previewTable': { params: z.object({ file: ImportFile, reading: TableReading.default({}) }), result: TablePreview },
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
} as const;

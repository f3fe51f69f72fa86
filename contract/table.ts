import { z } from 'zod';
import { PartialDate } from './scalars.ts';

/** Whether a file is a table by its name: each of its rows is to become a document. */
export function isTableName(name: string): boolean {
  return /\.(csv|tsv|tab|xlsx|xlsm|xltx)$/i.test(name);
}

/** What a column of a table can be of the documents that its rows become. */
export const TableField = z.enum(['title', 'text', 'date', 'author', 'publisher', 'url', 'language']);
export type TableField = z.infer<typeof TableField>;

/** Which of 5/12/2026 is the day. */
export const SlashDates = z.enum(['day-first', 'month-first']);
export type SlashDates = z.infer<typeof SlashDates>;

/** Which column each field is taken from, by the column's name. */
export const TableColumns = z.partialRecord(TableField, z.string());
export type TableColumns = z.infer<typeof TableColumns>;

/** How a person wants a table read; what is left out is guessed. */
export const TableReading = z.object({
  /** Columns of no field stand below the text, each with its name. */
  columns: TableColumns.optional(),
  /** Columns that no document gets, by name. */
  leftOut: z.array(z.string()).optional(),
  /** Whether the first row names the columns. */
  hasNames: z.boolean().optional(),
  /** Of a workbook; by name. */
  sheet: z.string().optional(),
  /** What parts the cells of a table in text. */
  delimiter: z.string().length(1).optional(),
  /** Of a table in text. */
  encoding: z.string().optional(),
  slashDates: SlashDates.optional(),
});
export type TableReading = z.infer<typeof TableReading>;

/** A row as the document it would become. */
export const TableExample = z.object({
  title: z.string(),
  /** Its beginning, without what stands below it. */
  text: z.string(),
  /** Columns of no field with what is in them. */
  below: z.array(z.tuple([z.string(), z.string()])),
  author: z.string(),
  publisher: z.string(),
  url: z.string(),
  published: PartialDate.nullable(),
  language: z.string(),
});
export type TableExample = z.infer<typeof TableExample>;

/** A table before it is imported: what is in it, how it is read, and what would come of it. */
export const TablePreview = z.object({
  /** Each name once. */
  names: z.array(z.string()),
  /** The first rows, long cells cut. */
  rows: z.array(z.array(z.string())),
  /** Rows with anything in them. */
  total: z.int(),
  /** What was asked for, and the guess where nothing was. Null is what such a table has not. */
  reading: z.object({
    columns: TableColumns,
    leftOut: z.array(z.string()),
    hasNames: z.boolean(),
    sheet: z.string().nullable(),
    delimiter: z.string().nullable(),
    encoding: z.string().nullable(),
    slashDates: SlashDates.nullable(),
  }),
  /** Sheets of a workbook that can be chosen; empty for others. */
  sheets: z.array(z.string()),
  /** Documents that would be made. */
  documents: z.int(),
  /** Rows that the notebook has as documents already, read so. Read otherwise, they count as documents that would be made. */
  known: z.int(),
  /** Rows with neither title nor text, which are left out. */
  blank: z.int(),
  /** Rows whose document would have its title for its text. */
  withoutText: z.int(),
  /** Rows whose date cannot be read; it stands below their text. */
  undated: z.int(),
  examples: z.array(TableExample),
  /** What the analyst should know of the reading, a sentence each. */
  notices: z.array(z.string()),
});
export type TablePreview = z.infer<typeof TablePreview>;

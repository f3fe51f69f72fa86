import { z } from 'zod';
import { Id } from '../scalars.ts';
import { ParagraphDifference, TextReplaced, Version, VersionSummary } from '../version.ts';
import { nothing, original, step } from './parts.ts';

const versionName = z.string().trim().min(1, 'a version needs a name').max(200);
const versionSpace = z.object({ automatic: z.int(), kept: z.int(), limit: z.int() });

export const versionsMethods = {
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
} as const;

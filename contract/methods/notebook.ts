import { z } from 'zod';
import { CheckReport, NotebookInfo } from '../notebook.ts';
import { Id } from '../scalars.ts';
import { nothing, step } from './parts.ts';

export const notebookMethods = {
  'notebook.info': { params: nothing, result: NotebookInfo },
  /** Adds the three sample articles with their passages and notes. */
  'notebook.addSample': { params: nothing, result: z.object({ documentIds: z.array(Id) }) },
  /** Integrity, foreign keys, every passage against its document's text. Reports progress; can be cancelled. */
  'notebook.check': { params: nothing, result: CheckReport },
  'notebook.setAnalyst': { params: z.object({ name: z.string().trim().min(1).max(200) }), result: NotebookInfo },

  /** Ids for what a window makes before it saves. */
  'ids.mint': { params: z.object({ count: z.int().min(1).max(100) }), result: z.object({ ids: z.array(Id) }) },

  /**
   * Takes a step back; the step in the answer takes that back again. `conflict` where something later stands on it,
   * and then nothing is changed.
   */
  'history.undo': { params: z.object({ step }), result: z.object({ step }) },
} as const;

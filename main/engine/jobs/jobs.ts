import type { Parsed } from '../../../contract/index.ts';
import { namesInEncodings, reviewText } from '../documents/review-text.ts';
import { readReferences } from '../imports/bibliography/read.ts';
import type { PreviewInput } from '../imports/formats/table-preview.ts';
import { resemblances, signTexts } from '../similar/resemblance.ts';
import { compareTexts } from '../versions/compare-texts.ts';
import { textOfFile, textOfVersion } from '../versions/replacement.ts';
import type { Tell } from './tell.ts';

/** Loaded when they are first needed, as the readers of all formats are. */
async function readPasted(input: Parsed<'imports.text'>) {
  const loaded = await import('../imports/paste.ts');
  return loaded.readPasted(input);
}

async function previewTable(input: PreviewInput) {
  const loaded = await import('../imports/formats/table-preview.ts');
  return loaded.previewTable(input);
}

/**
 * What may take seconds for a book: pure functions of what can be sent to a thread, which are told where to say how far they
 * are. They know no notebook: who has one run reads what it needs before, and writes what came of it after.
 */
export const jobs = {
  reviewText,
  namesInEncodings,
  compareTexts,
  textOfFile,
  textOfVersion,
  signTexts,
  resemblances,
  readPasted,
  previewTable,
  readReferences,
};

export type JobName = keyof typeof jobs;
export type JobInput<N extends JobName> = Parameters<(typeof jobs)[N]>[0];
export type JobResult<N extends JobName> = Awaited<ReturnType<(typeof jobs)[N]>>;

export async function doJob<N extends JobName>(name: N, input: JobInput<N>, tell: Tell): Promise<JobResult<N>> {
  // The compiler cannot relate the function, its input and its result by N.
  const job = jobs[name] as (given: JobInput<N>, told: Tell) => JobResult<N> | Promise<JobResult<N>>;
  return job(input, tell);
}

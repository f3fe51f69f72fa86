import type { FileToRead } from '../prepared.ts';

/** Small files are read several at a time: a message between threads costs as much as reading one. */
const mostFiles = 32;
const mostBytes = 256_000;

/** What may hold many documents is a job by itself, so that its time is its own. */
const several = /\.(zip|csv|tsv|tab|xlsx|xlsm|xltx)$/i;

/** Cuts files into what a thread is given at a time, in order. */
export function* jobsOf(files: readonly FileToRead[]): Generator<FileToRead[], void, undefined> {
  let job: FileToRead[] = [];
  let bytes = 0;
  for (const file of files) {
    const alone = several.test(file.name);
    if (job.length > 0 && (alone || job.length === mostFiles || bytes + file.size > mostBytes)) {
      yield job;
      job = [];
      bytes = 0;
    }
    job.push(file);
    bytes += alone ? mostBytes : file.size;
  }
  if (job.length > 0) yield job;
}

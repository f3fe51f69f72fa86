import type { ImportReport } from '../../../contract/index.ts';
import { knownFiles } from '../documents/index.ts';
import type { ChangedDocument, Context } from '../kernel/context.ts';
import { takeInReferences } from './bibliography/index.ts';
import type { FileToRead } from './prepared.ts';
import { createTally, type Tally } from './tally.ts';
import { createInbox } from './threads/inbox.ts';
import { jobsOf } from './threads/jobs-of-files.ts';
import type { Pool, Run } from './threads/pool.ts';
import { createWriter, type ReferencesFile } from './write.ts';

/** Resolves at once unless the analyst has paused the import; then when it goes on. */
export type WhileRunning = () => Promise<void>;

/** How often the clients are told of new documents, which each then asks for. Milliseconds. */
const tellMs = 1_000;

/** What was written is on disk, and told, when nothing more has come for so long. Milliseconds. */
const longestWait = 100;

let runs = 0;

/**
 * Imports files: threads read them, this one writes what they make of them, a little at a time. One that fails takes none
 * of the others with it. What a report line says is on disk before anybody is told; when the analyst cancels, what is in
 * stays in.
 */
export async function importAll(
  context: Context,
  pool: Pool,
  files: readonly FileToRead[],
  whileRunning: WhileRunning = () => Promise.resolve(),
): Promise<ImportReport> {
  const tally = createTally(context, files);
  const news = createNews(context);
  const lists: ReferencesFile[] = [];
  const pass = async (some: readonly FileToRead[], known: ReadonlySet<string>): Promise<FileToRead[]> => {
    const inbox = createInbox();
    runs += 1;
    const run: Run = { id: runs, known, deliver: inbox.put };
    const again: FileToRead[] = [];
    const reading = readAll(context.signal, pool, run, some, whileRunning).finally(inbox.close);
    try {
      let writer = createWriter(context);
      for (let came = await inbox.wait(longestWait); came !== 'closed' || !writer.isEmpty(); came = await inbox.wait(longestWait)) {
        if (came === 'arrived' && !writer.isOver()) writer.add(inbox);
        if (writer.isFull() || (came !== 'arrived' && !writer.isEmpty())) {
          while (writer.index()) await context.breathe();
          const { lines, throughWith, made, unknown, references } = writer.end();
          writer = createWriter(context);
          news.add(made);
          lists.push(...references);
          tally.add(
            lines,
            throughWith.filter((through) => !lists.some(({ file }) => file === through)),
          );
          again.push(...unknown);
        }
        await context.breathe();
      }
      await reading;
    } finally {
      pool.end(run);
    }
    return again;
  };
  // What was there when the import began may be purged since; such a file is read after all.
  const again = await pass(files, knownFiles(context.db));
  if (again.length > 0 && !context.signal.aborted) await pass(again, new Set());
  news.flush();
  await takeInLists(context, lists, tally);
  return tally.report();
}

/** Lists of references come last, so that they find the documents that came with them. */
async function takeInLists(context: Context, lists: readonly ReferencesFile[], tally: Tally): Promise<void> {
  for (const [index, list] of lists.entries()) {
    const taken = await takeInReferences(context, list);
    if (taken === null) return;
    const { lines, step } = taken;
    if (step !== null) tally.addStep(step);
    const isLast = lists.findLastIndex(({ file }) => file === list.file) === index;
    tally.add(
      lines.map((line) => ({ file: list.file, line })),
      isLast ? [list.file] : [],
    );
    await context.breathe();
  }
}

/** Asks for all files, a few jobs ahead of the readers. Resolves when all was taken, or at once when it is cancelled. */
async function readAll(signal: AbortSignal, pool: Pool, run: Run, files: readonly FileToRead[], whileRunning: WhileRunning): Promise<void> {
  const cancelled = new Promise<void>((resolve) => {
    const stop = () => {
      pool.end(run);
      resolve();
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  const open = new Set<Promise<void>>();
  for (const job of jobsOf(files)) {
    await Promise.race([whileRunning(), cancelled]);
    if (signal.aborted) return;
    const reading = pool.read(run, job).finally(() => open.delete(reading));
    open.add(reading);
    if (open.size > pool.jobs) await Promise.race([...open, cancelled]);
  }
  await Promise.race([Promise.all(open), cancelled]);
}

/** Gathers the news of new documents, so that windows do not ask for the library at each transaction. */
function createNews(context: Context) {
  let untold: ChangedDocument[] = [];
  let told = performance.now();
  const flush = () => {
    const news = untold;
    untold = [];
    told = performance.now();
    if (news.length > 0) context.tell(news);
  };
  return {
    add(made: readonly ChangedDocument[]): void {
      untold.push(...made);
      if (performance.now() - told >= tellMs) flush();
    },
    flush,
  };
}

/**
 * How fast a search is: `npm run bench -- search [--json] [--sizes 1000,10000,50000]`.
 *
 * Notebooks of generated documents of 4.4 KB (see search/corpus.ts). Each kind of query is asked through the engine, top
 * twenty with snippets and the total, and in the same run, by turns, of FTS5 alone with the same tokens (row numbers and its
 * own snippets), of MiniSearch in memory, and of ripgrep as a whole process where it is installed. `ratio` is ours over
 * FTS5's at the 95th percentile; among 1,000 documents the rare word stands in none, and ours then also looks for what may have
 * been meant. `facets` counts all facets of the commonest query; FTS5 has no such thing to compare it with.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { connect } from '../../contract/index.ts';
import { openEngine } from '../../main/engine/engine.ts';
import { toMatch } from '../../main/engine/search/query/match.ts';
import { nouns } from '../../main/engine/search/query/nouns.ts';
import { makeBareIndex } from './search/bare.ts';
import { makeDocument, makeNotebook } from './search/corpus.ts';
import { queries, wordsOf } from './search/queries.ts';
import { measure, rounded, type Times } from './search/times.ts';

const json = process.argv.includes('--json');
const given = process.argv.indexOf('--sizes');
const sizes = given === -1 ? [1_000, 10_000, 50_000] : (process.argv[given + 1] ?? '').split(',').map(Number);
/** Times each query is asked, and ripgrep, which takes long. */
const runs = 100;
const grepRuns = 20;

function say(message: string): void {
  console.error(`armillary: ${message}`);
}

/** Bytes that the index of documents takes in the file. */
function indexBytes(file: string): number {
  const db = new Sqlite(file, { readonly: true });
  const bytes = db.prepare<[], number>("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'document_index%'").pluck().get() ?? 0;
  db.close();
  return bytes;
}

/** The first query of a new process, with nothing of the file in memory where the system lets that be asked for. */
function coldFirst(file: string): { ms: number; isCold: boolean } {
  spawnSync('sync');
  const isCold = dropCaches();
  const printed = execFileSync(process.execPath, [join(import.meta.dirname, 'search/cold.ts'), file, 'harbour '], { encoding: 'utf8' });
  return { ms: rounded(Number(printed)), isCold };
}

function dropCaches(): boolean {
  try {
    const control = openSync('/proc/sys/vm/drop_caches', 'w');
    writeSync(control, '3');
    closeSync(control);
    return true;
  } catch (error) {
    say(`the page cache cannot be emptied here, so that the first query is not quite cold (${String(error)})`);
    return false;
  }
}

/** MiniSearch's times for each query, in a process of its own. */
function miniTimes(documents: number): (Times | null)[] {
  const child = join(import.meta.dirname, 'search/mini.ts');
  const args = ['--max-old-space-size=4096', child, String(documents)];
  const times: (Times | null)[] = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  return times;
}

const home = mkdtempSync(join(tmpdir(), 'armillary-bench-'));
const hasRipgrep = spawnSync('rg', ['--version']).status === 0;
const report: Record<string, object> = {};
try {
  for (const size of sizes) {
    say(`making a notebook of ${size} documents …`);
    const file = join(home, `${size}.armillary`);
    const textBytes = makeNotebook(file, size);
    const cold = coldFirst(file);
    say('the same in FTS5 alone …');
    const bare = makeBareIndex(join(home, `${size}.bare`), size);
    say('the same in MiniSearch …');
    const mini = miniTimes(size);
    const folder = join(home, `${size}`);
    if (hasRipgrep) {
      mkdirSync(folder);
      for (let n = 0; n < size; n += 1) writeFileSync(join(folder, `${n}.txt`), makeDocument(n).text);
    }
    const engine = openEngine({ file, mode: 'open' });
    const client = connect(engine.wire(), 'bench');
    const results: object[] = [];
    for (const [index, { query, ask, grep }] of queries.entries()) {
      say(`${size} documents: ${query} …`);
      const match = toMatch(wordsOf(ask.text, ['en', 'ru', 'zh']), nouns.document.columns) ?? '';
      const [ours, bareTimes] = await measure(
        runs,
        () => client.call('search.query', ask),
        () => bare.search(match),
      );
      const [grepTimes] =
        grep === null || !hasRipgrep ? [] : await measure(grepRuns, () => spawnSync('rg', ['-l', '-i', '-F', grep, folder]));
      results.push({
        query,
        ...ours,
        bareP95Ms: bareTimes.p95Ms,
        miniSearchP95Ms: mini[index]?.p95Ms ?? null,
        ripgrepP95Ms: grepTimes?.p95Ms ?? null,
        ratio: rounded(ours.p95Ms / bareTimes.p95Ms),
      });
    }
    const [facets] = await measure(runs, () => client.call('search.facets', { text: 'report ', kinds: ['document'] }));
    results.push({ query: 'facets', ...facets, bareP95Ms: null, miniSearchP95Ms: null, ripgrepP95Ms: null, ratio: null });
    engine.close();
    bare.close();
    report[size] = { indexOverText: rounded(indexBytes(file) / textBytes), coldFirstMs: cold.ms, isCold: cold.isCold, queries: results };
    for (const made of [file, `${file}-wal`, `${file}-shm`, folder, join(home, `${size}.bare`)])
      if (existsSync(made)) rmSync(made, { recursive: true });
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
if (json) console.log(JSON.stringify({ bench: 'search', sizes: report }));
else console.log(JSON.stringify(report, null, 2));

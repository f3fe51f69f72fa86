/**
 * How fast a search is: `npm run bench -- search [--json] [--sizes 1000,10000,50000]`.
 *
 * Notebooks of generated documents of 4.4 KB (see search/corpus.ts). Each kind of query is asked through the engine, top
 * twenty with snippets and the total, and in the same run of FTS5 alone with the same tokens (row numbers and its own
 * snippets), of MiniSearch in memory, and of ripgrep as a whole process where it is installed. `ratio` is ours over FTS5's
 * at the 95th percentile. `facets` counts all facets of the commonest query; FTS5 has no such thing to compare it with.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { connect } from '../../contract/index.ts';
import { openEngine } from '../../main/engine/engine.ts';
import { analyse } from '../../main/engine/search/analyser.ts';
import { toMatch } from '../../main/engine/search/match.ts';
import { bareColumns, makeBareIndex } from './search/bare.ts';
import { makeDocument, makeNotebook } from './search/corpus.ts';
import { queries, wordsOf } from './search/queries.ts';

const json = process.argv.includes('--json');
const given = process.argv.indexOf('--sizes');
const sizes = given === -1 ? [1_000, 10_000, 50_000] : (process.argv[given + 1] ?? '').split(',').map(Number);
/** Times each query is asked, after three that are not counted. */
const runs = 30;

interface Times {
  p50Ms: number;
  p95Ms: number;
}

async function measure(work: () => unknown): Promise<Times> {
  const ms: number[] = [];
  for (let run = -3; run < runs; run += 1) {
    const began = performance.now();
    await work();
    if (run >= 0) ms.push(performance.now() - began);
  }
  const sorted = ms.toSorted((one, other) => one - other);
  const at = (share: number) => rounded(sorted[Math.min(runs - 1, Math.floor(runs * share))] ?? 0);
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}

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

function miniSearchOf(documents: number) {
  const tokenize = (text: string) => Array.from(analyse(text, 'und'), ({ stem }) => stem);
  const mini = new MiniSearch<{ id: number; title: string; text: string }>({
    fields: ['title', 'text'],
    tokenize,
    processTerm: (term) => term,
  });
  for (let n = 0; n < documents; n += 1) {
    const { title, text } = makeDocument(n);
    mini.add({ id: n, title, text });
  }
  return mini;
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
    const mini = miniSearchOf(size);
    const folder = join(home, `${size}`);
    if (hasRipgrep) {
      mkdirSync(folder);
      for (let n = 0; n < size; n += 1) writeFileSync(join(folder, `${n}.txt`), makeDocument(n).text);
    }
    const engine = openEngine({ file, mode: 'open' });
    const client = connect(engine.wire(), 'bench');
    const results: object[] = [];
    for (const { query, ask, mini: asMini, grep } of queries) {
      say(`${size} documents: ${query} …`);
      const match = toMatch(wordsOf(ask.text, ['en', 'ru', 'zh']), bareColumns) ?? '';
      // By turns in one run, so that what else the machine does falls on all alike.
      const ours = await measure(() => client.call('search.query', ask));
      const bareTimes = await measure(() => bare.search(match));
      const miniTimes =
        asMini === null ? null : await measure(() => mini.search(asMini.text, { prefix: asMini.prefix, combineWith: 'AND' }).slice(0, 20));
      const grepTimes = grep === null || !hasRipgrep ? null : await measure(() => spawnSync('rg', ['-l', '-i', '-F', grep, folder]));
      results.push({
        query,
        ...ours,
        bareP95Ms: bareTimes.p95Ms,
        miniSearchP95Ms: miniTimes?.p95Ms ?? null,
        ripgrepP95Ms: grepTimes?.p95Ms ?? null,
        ratio: rounded(ours.p95Ms / bareTimes.p95Ms),
      });
    }
    const facets = await measure(() => client.call('search.facets', { text: 'report ', kinds: ['document'] }));
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

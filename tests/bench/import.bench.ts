/**
 * `npm run bench -- import [--json] [--documents N] [--each N] [--runs N]`: text documents of 4.4 KB in a folder, imported by
 * the built engine with all that it keeps of them, against what one thread takes over the same folder (see import/floor.ts): the
 * bare floor, and one tuned as the importer is; by turns, the best of the runs on all sides. Then once more, with a search asked for every 50 ms, which is nothing that the
 * floor does. Then the rate of each format, over `--each` documents of it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startBuilt } from './import/engine.ts';
import { formats, writeFiles } from './import/files.ts';
import { createVocabulary, seeded } from './import/texts.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    documents: { type: 'string', default: '10000' },
    each: { type: 'string', default: '300' },
    runs: { type: 'string', default: '2' },
  },
});
const documents = Number(options.documents);
const floor = fileURLToPath(new URL('./import/floor.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'armillary-import-'));
let notebooks = 0;

function newFile(): string {
  notebooks += 1;
  return join(folder, `${notebooks}.armillary`);
}

interface Measured {
  seconds: number;
  imported: number;
  peakRssMB: number | null;
  searchMs: number[];
}

/** What is asked for: words that stand in some of the documents. */
const words = createVocabulary(seeded(20_261_123)).slice(100, 140);

/** Imports a folder into a new notebook, with something asked for now and then where that is measured. */
async function measure(files: string, { isAsked }: { isAsked: boolean }): Promise<Measured> {
  const engine = await startBuilt(newFile());
  engine.grant(files);
  const searchMs: number[] = [];
  let isDone = false;
  const searching = (async () => {
    while (isAsked && !isDone) {
      const asked = performance.now();
      await engine.client.call('search.query', { text: words[searchMs.length % words.length] ?? '' });
      searchMs.push(performance.now() - asked);
      await pause(50);
    }
  })();
  const began = performance.now();
  const { imported, failed } = await engine.client.call('imports.folder', { grant: files });
  const seconds = (performance.now() - began) / 1000;
  isDone = true;
  await searching;
  if (failed.length > 0) throw new Error(`${failed[0]?.name}: ${failed[0]?.error.message}`);
  const peakRssMB = engine.peakMegabytes();
  await engine.close();
  return { seconds, imported: imported.length, peakRssMB, searchMs };
}

const round = (value: number, digits = 2) => Number(value.toFixed(digits));
const p95 = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

console.error(`armillary: writing ${documents} documents …`);
const texts = join(folder, 'texts');
writeFiles(texts, 'txt', documents);
const runs: Measured[] = [];
const floors = { bare: Number.POSITIVE_INFINITY, tuned: Number.POSITIVE_INFINITY };
for (let run = 1; run <= Number(options.runs); run += 1) {
  console.error(`armillary: run ${run} of ${options.runs} …`);
  for (const how of ['bare', 'tuned'] as const) {
    const took = Number(execFileSync(process.execPath, [floor, how, texts, newFile()], { encoding: 'utf8' }));
    floors[how] = Math.min(floors[how], took);
  }
  runs.push(await measure(texts, { isAsked: false }));
}
console.error('armillary: searching meanwhile …');
const asked = await measure(texts, { isAsked: true });
const best = runs.reduce((fastest, run) => (run.seconds < fastest.seconds ? run : fastest));

const rates: Record<string, { documentsPerSecond: number; megabytesPerSecond: number }> = {};
for (const format of Number(options.each) > 0 ? formats : []) {
  console.error(`armillary: ${format} …`);
  const files = join(folder, format);
  const bytes = writeFiles(files, format, Number(options.each));
  const { seconds, imported } = await measure(files, { isAsked: false });
  rates[format] = { documentsPerSecond: round(imported / seconds, 0), megabytesPerSecond: round(bytes / seconds / 1e6) };
}
rmSync(folder, { recursive: true, force: true });

const result = {
  bench: 'import',
  documents: best.imported,
  seconds: round(best.seconds),
  floorSeconds: round(floors.bare),
  speedup: round(floors.bare / best.seconds),
  tunedFloorSeconds: round(floors.tuned),
  tunedSpeedup: round(floors.tuned / best.seconds),
  peakRssMB: asked.peakRssMB,
  searchDuringImportP95Ms: round(p95(asked.searchMs), 1),
  formats: rates,
};
if (options.json) console.log(JSON.stringify(result));
else {
  const { formats: _, bench: __, ...figures } = result;
  console.table([figures]);
  console.table(rates);
}

/** `npm run bench -- fuzz [--json] [--mutations N]`: files of every format changed at random; each is read or refused with words. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { fuzz, seeds } from '../unit/imports/fuzz.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, mutations: { type: 'string', default: '5000' } },
});
const results: Record<string, { read: number; refused: number; problems: number }> = {};
for (const seed of seeds) {
  const { read, refused, problems } = await fuzz(seed, Number(options.mutations), 1_000_000);
  results[seed] = { read, refused, problems: problems.length };
  for (const problem of problems) console.error(`armillary: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
if (options.json) console.log(JSON.stringify({ bench: 'fuzz', mutations: Number(options.mutations), formats: results }));
else console.table(results);

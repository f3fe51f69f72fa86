/**
 * How well passages are found again in an edited text: `npm run bench -- reanchor [--json] [--cases N] [--seed N]`.
 *
 * Texts of sixty paragraphs, English, Russian or Chinese with some of the others: sentences from templates, paragraphs
 * written by hand, boilerplate repeated. Each is edited: sections and paragraphs moved, taken out and put in, sentences taken
 * out and put in, and 5, 15 or 30 per cent of the words replaced, left out or followed by a new one. Every word is tracked
 * through the edit (see reanchor/measure.ts for what is counted as wrong).
 *
 * A passage still exists when at least half of its words do, signs left out: of one cut to less nobody could say whether the
 * rest is it. `found` is the share of those that were anchored rightly.
 * `wrong` counts every wrong anchor, of passages that exist no more too. `cases` is shared among the three.
 */
import { measure } from './reanchor/measure.ts';
import { createRandom } from './reanchor/random.ts';

const shares = [5, 15, 30];

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}

const wanted = option('cases', 10_000);
const seed = option('seed', 20_261_123);
const json = process.argv.includes('--json');
let cases = 0;
let wrong = 0;
const found: Record<string, number> = {};
for (const share of shares) {
  const random = createRandom(seed + share);
  const enough = cases + Math.ceil(wanted / shares.length);
  const existing = { all: 0, found: 0 };
  while (cases < enough) {
    for (const { quote, exists, verdict, now } of measure(random, share / 100)) {
      cases++;
      if (exists) existing.all++;
      if (exists && verdict === 'found') existing.found++;
      if (verdict !== 'wrong') continue;
      wrong++;
      console.error(`armillary: wrong at ${share} per cent: ${JSON.stringify(quote)} → ${JSON.stringify(now)}`);
    }
  }
  found[share] = Number((existing.found / existing.all).toFixed(4));
}
if (json) console.log(JSON.stringify({ bench: 'reanchor', cases, wrong, found }));
else {
  console.log(`${cases} passages, ${wrong} anchored wrongly`);
  console.table(shares.map((share) => ({ 'words reworded, %': share, found: found[share] })));
}

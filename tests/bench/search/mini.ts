/**
 * A process of its own, so that what MiniSearch keeps in memory slows nobody else: indexes so many documents, then times
 * its queries. Prints a list of their times in the order of queries.ts, null where it has no such query.
 */
import MiniSearch from 'minisearch';
import { analyse } from '../../../main/engine/search/analyser/analyser.ts';
import { makeDocument } from './corpus.ts';
import { queries } from './queries.ts';
import { measure, type Times } from './times.ts';

const [documents = ''] = process.argv.slice(2);
const index = new MiniSearch<{ id: number; title: string; text: string }>({
  fields: ['title', 'text'],
  tokenize: (text) => Array.from(analyse(text, 'und'), ({ stem }) => stem),
  processTerm: (term) => term,
});
for (let n = 0; n < Number(documents); n += 1) {
  const { title, text } = makeDocument(n);
  index.add({ id: n, title, text });
}
/** Some take a second: enough to tell them from milliseconds. */
const runs = 20;
const times: (Times | null)[] = [];
for (const { mini } of queries) {
  if (mini === null) times.push(null);
  else times.push(...(await measure(runs, () => index.search(mini.text, { prefix: mini.prefix, combineWith: 'AND' }).slice(0, 20))));
}
console.log(JSON.stringify(times));

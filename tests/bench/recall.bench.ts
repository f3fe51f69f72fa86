/**
 * Whether the index finds what is there: `npm run bench -- recall [--json] [--documents N] [--queries N] [--seed N]`.
 *
 * For each language that has a stemmer or is written without blanks, a notebook of generated articles in it, with some in
 * every other language. Queries are other forms of the words, several words, phrases, beginnings, words near each other, and
 * stretches of one to six characters wherever they begin; typed in any case, with and without accents, composed and not.
 * What a query ought to find is told by a slow look through every text with the same analyser; `recall` is the share of that
 * which the index found, `precision` the share of what it found that ought to be.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type EngineClient } from '../../contract/index.ts';
import { openEngine } from '../../main/engine/engine.ts';
import { findHits } from '../../main/engine/search/results/hits.ts';
import { paragraph, stateOf } from '../unit/anchoring/states.ts';
import { termsIn } from '../unit/search/terms-in.ts';
import { createRandom } from './reanchor/random.ts';
import { allLanguages } from './recall/languages/all.ts';
import type { Spoken } from './recall/spoken.ts';
import { type Article, compose, queryFor } from './recall/texts.ts';

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}

const documents = option('documents', 500);
const queries = option('queries', 200);
const random = createRandom(option('seed', 20_261_123));
/** Articles in each of the other languages. */
const foreign = 4;
/** Hits asked for at a time. */
const page = 500;

const codes = allLanguages.map(({ code }) => code);

/** Puts articles into a notebook. Returns them by the ids of their documents. */
async function fill(client: EngineClient, articles: readonly Article[]): Promise<Map<string, Article>> {
  const library = new Map<string, Article>();
  for (const { code, title, text: written } of articles) {
    const { document } = await client.call('documents.create', { title, state: stateOf(paragraph(written)) });
    const { documentId, text } = { documentId: document.id, ...(await client.call('documents.text', { documentId: document.id })) };
    await client.call('documents.update', { documentId, language: code });
    library.set(documentId, { code, title, text });
  }
  return library;
}

/** The documents that the index finds. */
async function found(client: EngineClient, text: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let offset = 0, total = 1; offset < total; offset += page) {
    const answer = await client.call('search.query', { text, kinds: ['document'], sort: 'document', limit: page, offset });
    total = answer.total;
    for (const { documentId } of answer.hits) if (documentId !== null) ids.add(documentId);
  }
  return ids;
}

/** The documents that a look through every text finds. */
function wanted(library: ReadonlyMap<string, Article>, query: string): Set<string> {
  const terms = termsIn(query, codes);
  const holds = ({ code, title, text }: Article) =>
    terms.every((term) => [title, text].some((part) => findHits(part, code, [term]).length > 0));
  return new Set([...library].flatMap(([id, article]) => (terms.length > 0 && holds(article) ? [id] : [])));
}

async function measure(own: Spoken): Promise<object> {
  const home = mkdtempSync(join(tmpdir(), 'armillary-bench-'));
  const engine = openEngine({ file: join(home, 'recall.armillary'), mode: 'create' });
  const client = connect(engine.wire(), 'bench');
  try {
    const articles = Array.from({ length: documents }, () => compose(random, own));
    const others = allLanguages
      .filter((each) => each !== own)
      .flatMap((each) => Array.from({ length: foreign }, () => compose(random, each)));
    const library = await fill(client, [...articles, ...others]);
    const counts = { wanted: 0, found: 0, right: 0 };
    for (let query = 0; query < queries; query += 1) {
      const text = queryFor(random, own, random.pick([articles[0] ?? compose(random, own), ...articles]));
      const [asked, there] = [wanted(library, text), await found(client, text)];
      const right = [...asked].filter((id) => there.has(id)).length;
      if (right < asked.size || right < there.size) {
        console.error(
          `armillary: ${own.code} ${JSON.stringify(text)}: ${asked.size} to be found, ${there.size} found, ${right} of them right`,
        );
      }
      counts.wanted += asked.size;
      counts.found += there.size;
      counts.right += right;
    }
    return { documents: library.size, queries, recall: counts.right / counts.wanted, precision: counts.right / counts.found };
  } finally {
    engine.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const languages: Record<string, object> = {};
for (const each of allLanguages) languages[each.code] = await measure(each);
if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: 'recall', languages }));
else console.table(languages);

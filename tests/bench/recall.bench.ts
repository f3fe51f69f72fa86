/**
 * Whether the index finds what is there: `npm run bench -- recall [--json] [--documents N] [--queries N] [--seed N]`.
 *
 * A notebook of generated texts, English, Russian and Chinese. Queries are made of what stands in them: words in the forms
 * that the endings of their language give, two words, phrases, beginnings, words near each other, and for Chinese stretches
 * of one to six characters wherever they begin. What a query ought to find is told by a slow look through every text with the
 * same analyser; `recall` is the share of that which the index found, `precision` the share of what it found that ought to be.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../contract/index.ts';
import { openEngine } from '../../main/engine/engine.ts';
import { findHits } from '../../main/engine/search/hits.ts';
import { termsIn } from '../unit/search/terms-in.ts';
import { chinese } from './reanchor/chinese.ts';
import { english } from './reanchor/english.ts';
import type { Language } from './reanchor/language.ts';
import { createRandom, type Random } from './reanchor/random.ts';
import { russian } from './reanchor/russian.ts';
import { composeParagraph, writeOut } from './reanchor/texts.ts';

interface Spoken {
  code: string;
  language: Language;
  /** What a word of the query may end in, in place of its last letters. */
  endings: readonly [string, ...string[]];
}

const spoken: readonly [Spoken, ...Spoken[]] = [
  { code: 'en', language: english, endings: ['', 's', 'ed', 'ing'] },
  { code: 'ru', language: russian, endings: ['', 'а', 'у', 'ом', 'ами', 'ов', 'ой', 'ый', 'ых'] },
  { code: 'zh', language: chinese, endings: [''] },
];

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
}

const paragraphs = 12;
const documents = option('documents', 300);
const queriesEach = option('queries', 500);
const random = createRandom(option('seed', 20_261_123));

function pickWord(text: string): string {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words[random.below(words.length)] ?? 'word';
}

function inflected(word: string, { endings }: Spoken, chance: Random): string {
  return word.length < 5 ? word : word.slice(0, word.length - chance.below(3)) + chance.pick(endings);
}

function queryFrom(text: string, spoken: Spoken): string {
  if (spoken.code === 'zh') {
    const start = random.below(text.length - 8);
    const stretch = text
      .slice(start, start + 1 + random.below(6))
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return `${stretch === '' ? pickWord(text).slice(0, 2) : stretch} `;
  }
  const word = () => inflected(pickWord(text), spoken, random);
  const makers = [
    () => `${word()} `,
    () => `${word()} ${word()} `,
    () => `"${(/\p{L}+ \p{L}+/u.exec(text.slice(random.below(text.length / 2))) ?? [pickWord(text)])[0]}"`,
    () => `${pickWord(text).slice(0, 4)}* `,
    () => `NEAR(${word()} ${word()}, ${1 + random.below(8)})`,
  ] as const;
  return random.pick(makers)();
}

const home = mkdtempSync(join(tmpdir(), 'armillary-bench-'));
const engine = openEngine({ file: join(home, 'recall.armillary'), mode: 'create' });
const client = connect(engine.wire(), 'bench');
const result: Record<string, { queries: number; recall: number; precision: number }> = {};
try {
  const codes = spoken.map(({ code }) => code);
  const library: { id: string; title: string; text: string; code: string }[] = [];
  for (let n = 0; n < documents; n += 1) {
    const { code, language } = spoken[n % spoken.length] ?? spoken[0];
    const { text } = writeOut(Array.from({ length: paragraphs }, () => composeParagraph(random, language, new Set())));
    const title = `${code} ${n}`;
    const { documentId } = await client.call('imports.text', { text, title });
    await client.call('documents.update', { documentId, language: code });
    library.push({ id: documentId, title, code, text: (await client.call('documents.text', { documentId })).text });
  }
  for (const each of spoken) {
    const own = library.filter(({ code }) => code === each.code);
    const counts = { wanted: 0, found: 0, right: 0 };
    for (let query = 0; query < queriesEach; query += 1) {
      const text = queryFrom(own[random.below(own.length)]?.text ?? '', each);
      const terms = termsIn(text, codes);
      const wanted = new Set(
        library
          .filter(({ title, text: body, code }) =>
            terms.every((term) => [title, body].some((part) => findHits(part, code, [term]).length > 0)),
          )
          .filter(() => terms.length > 0)
          .map(({ id }) => id),
      );
      const { hits, total } = await client.call('search.query', { text, kinds: ['document'], limit: 500 });
      if (total !== hits.length) throw new Error(`more documents than one page holds: ${total}`);
      counts.wanted += wanted.size;
      counts.found += hits.length;
      counts.right += hits.filter(({ documentId }) => documentId !== null && wanted.has(documentId)).length;
    }
    result[each.code] = {
      queries: queriesEach,
      recall: counts.wanted === 0 ? 0 : counts.right / counts.wanted,
      precision: counts.found === 0 ? 0 : counts.right / counts.found,
    };
  }
} finally {
  engine.close();
  rmSync(home, { recursive: true, force: true });
}
if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: 'recall', languages: result }));
else console.table(result);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../main/engine/search/query/parser.ts';
import type { Part } from '../../../main/engine/search/query/query.ts';
import { findHits } from '../../../main/engine/search/results/hits.ts';
import { addDocument, newNotebook } from '../engine/notebook.ts';
import { termsIn } from './terms-in.ts';

interface Article {
  language: string;
  title: string;
  body: string;
}

const languages = ['en', 'ru', 'zh', 'de', 'ar'];
const words: Record<string, string[]> = {
  en: ['port', 'ports', 'Grain', 'well-known', 'café', 'cafe\u0301', "it's", '1,000', 'NATO', 'G7', 'co\u00adoperate', 'ﬁsh', '🚢'],
  ru: ['порт', 'порта', 'портом', 'зерно', 'зерна', 'счёт', 'счета', 'ёмкость', 'емкости', 'Кремль'],
  zh: ['中国', '中国经济', '经济', '，', '。', '增长', '国', 'G7', '习近平', '中', 'カタカナ', 'ไทย'],
  de: ['Straße', 'Hafen', 'Häfen', 'Getreideausfuhr', 'Über'],
  ar: ['ميناء', 'الميناء', 'مِينَاء', 'قمح'],
};
const all = Object.values(words).flat();

const article = fc.constantFrom(...languages).chain((language) => {
  const text = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...(words[language] ?? [])) }, fc.constantFrom(...all)), {
    maxLength: 12,
  });
  return fc.record({
    language: fc.constant(language),
    title: text.map((some) => some.slice(0, 3).join(' ') || 'Untitled'),
    body: text.map((some) => some.join(language === 'zh' ? '' : ' ')),
  });
});

const word = fc.constantFrom(...all.filter((each) => /[\p{L}\p{N}]/u.test(each)));
const query: fc.Arbitrary<string> = fc
  .letrec((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('both'), tie('either'), tie('without')),
    leaf: fc.oneof(
      { weight: 4, arbitrary: word.map((each) => `${each} `) },
      fc.tuple(word, word).map(([one, other]) => `"${one} ${other}" `),
      word.map((each) => `"${each}" `),
      word.map((each) => `${each.slice(0, 2)}* `),
      fc.tuple(word, word, fc.nat(4)).map(([one, other, distance]) => `NEAR(${one} ${other}, ${distance}) `),
    ),
    both: fc.tuple(tie('any'), tie('any')).map(([one, other]) => `${one} ${other}`),
    either: fc.tuple(tie('any'), tie('any')).map(([one, other]) => `(${one} OR ${other}) `),
    without: fc.tuple(tie('any'), tie('leaf')).map(([one, other]) => `${one} -${String(other).trim()} `),
  }))
  .any.map(String);

/** What a slow look through a text with the same analyser says. */
function holds(part: Part, { title, body, language }: Article): boolean {
  switch (part.kind) {
    case 'all':
      return part.parts.filter(says).every((each) => holds(each, { title, body, language }));
    case 'any':
      return part.parts.filter(says).some((each) => holds(each, { title, body, language }));
    case 'not':
      return !holds(part.part, { title, body, language });
    default:
      return [title, body].some((text) => findHits(text, language, termsIn(written(part), languages)).length > 0);
  }
}

/** Whether anything is asked by a part: signs alone ask nothing. */
function says(part: Part): boolean {
  if (part.kind === 'not') return says(part.part);
  if (part.kind === 'all' || part.kind === 'any') return part.parts.some(says);
  return termsIn(written(part), languages).length > 0;
}

function written(part: Part): string {
  switch (part.kind) {
    case 'word':
      return `${part.text} `;
    case 'phrase':
      return `"${part.text}"`;
    case 'beginning':
      return `${part.text}* `;
    case 'near':
      return `NEAR(${part.parts.map((each) => written(each).trim()).join(' ')}, ${part.distance})`;
    default:
      throw new Error(`${part.kind} is not made of words`);
  }
}

test('the index finds exactly what a slow look through every text finds, for random articles and queries', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(article, { minLength: 1, maxLength: 5 }),
      fc.array(query, { minLength: 1, maxLength: 12 }),
      async (articles, queries) => {
        const { client: engine } = newNotebook();
        const there = await Promise.all(
          articles.map(async (each, index) => {
            const documentId = await addDocument(engine, [each.body], `${each.title} ${'x'.repeat(index + 1)}`);
            await engine.call('documents.update', { documentId, language: each.language });
            return { ...each, documentId };
          }),
        );
        // Every language is asked for, whichever the articles are in.
        for (const language of languages) {
          const documentId = await addDocument(engine, [''], 'zzz');
          await engine.call('documents.update', { documentId, language });
        }
        for (const text of queries) {
          const { part } = parseQuery(text);
          const { hits } = await engine.call('search.query', { text, kinds: ['document'], limit: 500 });
          const ids = new Set(hits.map(({ documentId }) => documentId));
          for (const each of there)
            expect({ text, found: ids.has(each.documentId), each }).toEqual({
              text,
              found: part !== null && says(part) && holds(part, each),
              each,
            });
        }
      },
    ),
    { numRuns: 40 },
  );
});

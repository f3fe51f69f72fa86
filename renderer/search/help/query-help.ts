import type { Sphere } from '../../../contract/index.ts';

/** A query to try, and what it finds. */
export type Example = readonly [query: string, finds: string];

/** Operators and fields that a press puts into the box at the caret; `|` is where the caret goes. */
export const operators: readonly (readonly [shown: string, put: string])[] = [
  ['"exact phrase"', '"|"'],
  ['OR', 'OR |'],
  ['-not', '-|'],
  ['prefix*', '*|'],
  ['sphere:', 'sphere:|'],
  ['author:', 'author:|'],
  ['published:2024..', 'published:|'],
  ['has:note', 'has:|'],
];

/** The query language for the help beside the box; examples name the notebook's own spheres. */
export function helpTopics(one: string, other: string): Readonly<Record<string, readonly Example[]>> {
  return {
    Words: [
      ['gas prices', 'both words, in any of their forms'],
      ['"gas prices"', 'this phrase, letter for letter'],
      ['gas OR oil', 'either of them'],
      ['gas -oil', 'the first without the second'],
      ['(gas OR oil) price', 'brackets keep together'],
      ['sanction*', 'words that begin so'],
      ['NEAR(gas price, 10)', 'at most ten words apart'],
    ],
    'Tagging and notes': [
      [`sphere:${one}`, 'in a sphere or one below it'],
      ['untagged', 'in no sphere yet'],
      ['note:ask', 'a word of a note on it'],
      ['has:note', 'has a note; also has:passage, has:event'],
      ['analyst:me', 'tagged or written by'],
      ['event:2024-05', 'when it happened'],
    ],
    'Where it came from': [
      ['title:corridor', 'a word of the title'],
      ['author:ivanov', 'also publisher:'],
      ['published:2024..2025-06', 'a date or a range; added: when it came in'],
      ['lang:ru', 'the language, by its code'],
      ['grade:A..C', 'reliability of the source, or B2'],
      ['credibility:1..2', 'of the passage'],
      ['in:"Black Sea"', 'a collection or one below it'],
    ],
    'Spheres that meet': [
      [`sphere:${one} OVERLAPS sphere:${other}`, 'words tagged with both'],
      [`sphere:${one} NEAR sphere:${other}`, 'in one paragraph'],
      [`sphere:${one} INSIDE sphere:${other}`, 'one within the other'],
    ],
  };
}

/** Letters of a word that is worth an example. */
const shortest = 4;

/** Queries to try at first that find something here: their words are those of the notebook's titles. */
export function firstExamples(titles: readonly string[], spheres: readonly Sphere[]): Example[] {
  const [pair, ...others] = titles.flatMap((title) => pairsOf(title).slice(0, 1));
  const other = others.find(([word]) => pair !== undefined && !pair.includes(word));
  const sphere = spheres.find(({ passages }) => passages > 0) ?? spheres[0];
  return [
    ...(pair === undefined ? [] : ([[`"${pair.join(' ')}"`, 'exactly this phrase']] as const)),
    ...(pair === undefined || other === undefined
      ? []
      : ([
          [`${pair[0]} OR ${other[0]}`, 'either word'],
          [`${pair[0]} -${other[0]}`, 'one word without the other'],
        ] as const)),
    ...(sphere === undefined ? [] : ([[`sphere:${quoted(sphere.name)}`, 'passages in a sphere, and their documents']] as const)),
    ['untagged', 'what is in no sphere yet'],
  ];
}

/** Longer words of a title that stand side by side, the longest first. */
function pairsOf(title: string): (readonly [string, string])[] {
  const words = title.toLowerCase().split(' ');
  const isWorth = (word: string | undefined): word is string => word !== undefined && word.length >= shortest && /^\p{L}+$/u.test(word);
  const pairs = words.flatMap((word, at) => {
    const next = words[at + 1];
    return isWorth(word) && isWorth(next) ? [[word, next] as const] : [];
  });
  return pairs.toSorted((one, other) => other.join('').length - one.join('').length);
}

/** A name as a field takes it. */
export function quoted(name: string): string {
  return /[\s()]/u.test(name) ? `"${name}"` : name;
}

import type { Random } from '../reanchor/random.ts';
import type { Spoken } from './spoken.ts';

/** Names and numbers that stand in texts of all languages. */
const everywhere = ['NATO', 'G7', 'OPEC+', '2024', '3,5', '1,000', 'example.org', 'COVID-19', '🚢'] as const;

export interface Article {
  code: string;
  title: string;
  text: string;
}

function someWord(random: Random, { words }: Spoken): string {
  return random.chance(0.05) ? random.pick(everywhere) : random.pick(random.pick(words));
}

function sentence(random: Random, spoken: Spoken): string {
  const words = Array.from({ length: 4 + random.below(9) }, () =>
    random.chance(0.35) ? random.pick(spoken.small) : someWord(random, spoken),
  );
  // A comma now and then, and what some editors leave inside words.
  const written = words.map((word) => (random.chance(0.08) ? `${word},` : random.chance(0.02) ? softened(word) : word));
  const text = written.join(spoken.space);
  return text.charAt(0).toLocaleUpperCase(spoken.code) + text.slice(1) + spoken.stop;
}

function softened(word: string): string {
  return /^\p{L}{6,}$/u.test(word) ? `${word.slice(0, 3)}\u00ad${word.slice(3)}` : word;
}

/** An article; some are in decomposed Unicode, as files from some systems are. */
export function compose(random: Random, spoken: Spoken): Article {
  const sentences = Array.from({ length: 2 + random.below(7) }, () => sentence(random, spoken)).join('');
  const text = random.chance(0.1) ? sentences.normalize('NFD') : sentences;
  const title = Array.from({ length: 2 }, () => someWord(random, spoken)).join(spoken.space);
  return { code: spoken.code, title, text };
}

/** A word in another of its forms, as people type it: perhaps in lower case, in capitals, without its accents. */
function asTyped(random: Random, word: string): string {
  const ways = [
    word,
    word.toLowerCase(),
    word.toUpperCase(),
    word.normalize('NFD'),
    word.normalize('NFD').replace(/(\p{Script=Latin})\p{M}+/gu, '$1'),
  ] as const;
  return random.pick(ways);
}

/** What is asked of articles like this one: by other forms of its words, by what stands in it, by stretches of characters. */
export function queryFor(random: Random, spoken: Spoken, { text }: Article): string {
  const word = () => asTyped(random, someWord(random, spoken));
  const stretch = () => {
    const characters = Array.from(text);
    const start = random.below(Math.max(1, characters.length - 6));
    return characters
      .slice(start, start + 1 + random.below(6))
      .join('')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim();
  };
  const phrase = () => /\p{L}[\p{L}\p{M}]* \p{L}[\p{L}\p{M}]*/u.exec(text.slice(random.below(text.length)))?.[0] ?? word();
  const makers = [
    () => `${word()} `,
    () => `${word()} ${word()} `,
    () => `${stretch()} `,
    () => `"${spoken.space === '' ? stretch() : phrase()}"`,
    () =>
      `${Array.from(random.pick(random.pick(spoken.words)))
        .slice(0, 3)
        .join('')}* `,
    () => `NEAR(${random.pick(random.pick(spoken.words))} ${random.pick(spoken.small)}, ${1 + random.below(8)})`,
  ] as const;
  return random.pick(makers)();
}

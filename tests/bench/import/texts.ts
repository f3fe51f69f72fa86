import { createRandom, type Random } from '../reanchor/random.ts';

/** The little words that every third word of a text is, and the others, the usual ones first. */
const little =
  'the of and to in is was for that with on by are from has have it which at were be an this as but not will its their had'.split(' ');
const syllables =
  'ba ber cal con dan del el fer gar har in ka lan lin lo mar men mi nor o pol ra res sal sen sta ter tan tor ur ven vor wa win yar'.split(
    ' ',
  );

/** Words that a text is made of: as many as a paper uses in a year, some of them often, most of them seldom. */
export function createVocabulary(random: Random, size = 20_000): string[] {
  return Array.from({ length: size }, () =>
    Array.from({ length: 1 + random.below(4) }, () => syllables[random.below(syllables.length)] ?? '').join(''),
  );
}

/** Sentences in paragraphs below a headline, of about so many characters. */
export function writeText(random: Random, vocabulary: readonly string[], length: number): { title: string; paragraphs: string[] } {
  const word = () =>
    random.chance(0.35)
      ? (little[random.below(little.length)] ?? '')
      : (vocabulary[Math.floor(random.next() ** 3 * vocabulary.length)] ?? '');
  const sentence = () => {
    const words = Array.from({ length: 8 + random.below(14) }, word).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const title = Array.from({ length: 6 }, word).join(' ');
  const paragraphs: string[] = [];
  for (let left = length - title.length; left > 0; ) {
    const paragraph = Array.from({ length: 3 + random.below(4) }, sentence)
      .join(' ')
      .slice(0, left);
    paragraphs.push(paragraph);
    left -= paragraph.length + 2;
  }
  return { title, paragraphs };
}

export const seeded = (seed: number): Random => createRandom(seed);

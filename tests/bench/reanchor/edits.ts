import type { Language } from './language.ts';
import type { Random } from './random.ts';
import { anyWord, composeParagraph, composeSentence, type Paragraph, type Word } from './texts.ts';

/** Shares of the paragraphs or sentences that each edit befalls. */
const moved = 0.08;
const takenOut = 0.05;
const putIn = 0.05;

/**
 * The text after an edit of every kind: paragraphs and sentences moved, taken out and put in, `share` of the words reworded.
 * Boilerplate moves with the paragraphs around it, never alone: alone, no reader could tell it from its copies either.
 */
export function edit(random: Random, text: readonly Paragraph[], share: number): Paragraph[] {
  const edited: Paragraph[] = [];
  const elsewhere: Paragraph[][] = [];
  for (let at = 0; at < text.length; ) {
    const section = text.slice(at, at + 1 + random.below(4));
    at += section.length;
    const moves =
      random.chance(moved) &&
      section.some(({ isBoilerplate }) => !isBoilerplate) &&
      !section[0]?.isBoilerplate &&
      !section.at(-1)?.isBoilerplate;
    const place: Paragraph[] = [];
    for (const paragraph of section) {
      const { language } = paragraph;
      const around = text
        .slice(Math.max(0, text.indexOf(paragraph) - 2), text.indexOf(paragraph) + 3)
        .flatMap(({ sentences }) => sentences);
      if (random.chance(takenOut)) continue;
      const sentences = paragraph.sentences.flatMap((sentence) => editSentence(random, sentence, { language, share, around }));
      if (sentences.length > 0) place.push({ ...paragraph, sentences });
      if (!random.chance(putIn)) continue;
      const fresh = composeParagraph(random, language, new Set(language.written));
      // Boilerplate that the text did not keep elsewhere would be its own lost copy to any reader.
      const known = edited.some(({ isBoilerplate, sentences: kept }) => isBoilerplate && alike(kept.flat(), fresh.sentences.flat()));
      if ((!fresh.isBoilerplate || known) && fresh.sentences.every((sentence) => isNew(sentence, around))) place.push(fresh);
    }
    if (moves) elsewhere.push(place);
    else edited.push(...place);
  }
  for (const section of elsewhere) edited.splice(random.below(edited.length + 1), 0, ...section);
  return edited;
}

interface Editing {
  language: Language;
  share: number;
  /** What stood in the paragraph and beside it. */
  around: readonly Word[][];
}

function editSentence(random: Random, sentence: readonly Word[], { language, share, around }: Editing): Word[][] {
  if (random.chance(takenOut / 2)) return [];
  const reworded = sentence.flatMap((word) => reword(random, word, sentence, { language, share }));
  const sentences = reworded.length === 0 ? [] : [reworded];
  if (!random.chance(putIn / 2)) return sentences;
  const fresh = composeSentence(random, language);
  return isNew(fresh, around) ? [...sentences, fresh] : sentences;
}

/** Of the words touched, seven in ten become another, and the rest are left out or get a new one after them. */
function reword(random: Random, word: Word, sentence: readonly Word[], { language, share }: { language: Language; share: number }): Word[] {
  if (!random.chance(share)) return [word];
  const kind = random.next();
  if (kind < 0.15) return [];
  const other = otherWord(random, language, sentence);
  if (kind < 0.3) return [word, { text: other, origin: null, replaced: false }];
  const [sign = ''] = /[^\p{L}\p{N}]*$/u.exec(word.text) ?? [];
  return [{ text: other + sign, origin: word.origin, replaced: true }];
}

/** A word that the sentence does not have: one taken out and put in again close by would be the same to any reader. */
function otherWord(random: Random, language: Language, sentence: readonly Word[]): string {
  const word = anyWord(random, language);
  return sentence.some(({ text }) => text.replace(/[^\p{L}\p{N}]+$/u, '').toLowerCase() === word.toLowerCase())
    ? otherWord(random, language, sentence)
    : word;
}

/** Whether a sentence put in is no rewording of one that stood there: if that one was taken out, no reader could tell. */
function isNew(sentence: readonly Word[], around: readonly Word[][]): boolean {
  return !around.some((other) => alike(other, sentence));
}

function alike(one: readonly Word[], other: readonly Word[]): boolean {
  const words = new Set(one.map(({ text }) => text));
  return other.filter(({ text }) => words.has(text)).length * 2 > other.length;
}

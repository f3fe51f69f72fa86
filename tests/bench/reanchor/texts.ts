import { chinese } from './chinese.ts';
import { english } from './english.ts';
import type { Language } from './language.ts';
import type { Random } from './random.ts';
import { russian } from './russian.ts';

/** One word, known by a number of its own through every edit; a word put in later has none. */
export interface Word {
  text: string;
  origin: number | null;
  /** Another word stands here in the place of the first one. */
  replaced: boolean;
}

export interface Paragraph {
  language: Language;
  /** Repeated from a form, and so known by its surroundings alone. */
  isBoilerplate: boolean;
  sentences: Word[][];
}

/** Where a word stands in the text. */
export interface PlacedWord extends Word {
  start: number;
  end: number;
}

/** Paragraphs of one main language and some of the others: most from templates, some written by hand, some repeated. */
export function composeText(random: Random, paragraphs: number): Paragraph[] {
  const main = random.pick([english, english, russian, chinese]);
  const written = new Set<string>();
  let origins = 0;
  const text: Paragraph[] = [];
  for (let count = 0; count < paragraphs; count++) {
    const language = random.chance(0.9) ? main : random.pick([english, russian, chinese]);
    const paragraph = composeParagraph(random, language, written);
    // No text repeats one paragraph twice in a row: then nobody could say which of the two was taken out.
    if (sameWords(paragraph, text.at(-1))) continue;
    text.push(paragraph);
  }
  for (const { sentences } of text) for (const sentence of sentences) for (const word of sentence) word.origin = origins++;
  return text;
}

/** A paragraph whose words have no numbers yet. `written` holds what was used up. */
export function composeParagraph(random: Random, language: Language, written: Set<string>): Paragraph {
  const kind = random.next();
  const fresh = language.written.filter((paragraph) => !written.has(paragraph));
  const [first, ...others] = fresh;
  if (kind < 0.18) return { language, isBoilerplate: true, sentences: sentencesOf(random.pick(language.boilerplate)) };
  if (kind < 0.26 && first !== undefined) {
    const paragraph = random.pick([first, ...others]);
    written.add(paragraph);
    return { language, isBoilerplate: false, sentences: sentencesOf(paragraph) };
  }
  return {
    language,
    isBoilerplate: false,
    sentences: Array.from({ length: 1 + random.below(6) }, () => composeSentence(random, language)),
  };
}

export function composeSentence(random: Random, language: Language): Word[] {
  const template = random.chance(0.4) ? random.pick(language.templates) : clauses(random, language);
  const end = template.endsWith(' 。') ? ' 。' : '.';
  const opening = random.chance(0.5) ? `${random.pick(language.openings)} ` : '';
  const ending = random.chance(0.5) ? `${language.space === '' ? '' : ','} ${random.pick(language.endings)}` : '';
  const begun = opening === '' ? template : opening + template.charAt(0).toLowerCase() + template.slice(1);
  const sentence = begun.slice(0, -end.length) + ending.replaceAll('  ', ' ') + end;
  const filled = sentence.replace(/\{(\w+)\}/g, (_, slot: string) => random.pick(language.slots[slot] ?? ['']));
  return wordsOf(filled.charAt(0).toUpperCase() + filled.slice(1));
}

/** A sentence of two halves that seldom meet again. */
function clauses(random: Random, { subjects, predicates, space }: Language): string {
  return `${random.pick(subjects)} ${random.pick(predicates)}${space === '' ? ' 。' : '.'}`;
}

/** Any content word of the language, to put in the place of another. */
export function anyWord(random: Random, language: Language): string {
  const [first = ['']] = Object.values(language.slots);
  const slot = random.pick([first, ...Object.values(language.slots)]);
  const word = random.chance(0.5) ? random.pick(slot) : random.pick(language.templates);
  const [one = '', ...more] = word.split(' ').filter((part) => /^[\p{L}\p{N}]+$/u.test(part));
  return one === '' ? anyWord(random, language) : random.pick([one, ...more]);
}

/** The text, blocks apart by a line break, and where each word stands in it. */
export function writeOut(paragraphs: readonly Paragraph[]): { text: string; words: PlacedWord[] } {
  let text = '';
  const words: PlacedWord[] = [];
  paragraphs.forEach(({ language, sentences }, index) => {
    if (index > 0) text += '\n';
    let first = true;
    for (const word of sentences.flat()) {
      if (!first) text += language.space;
      first = false;
      words.push({ ...word, start: text.length, end: text.length + word.text.length });
      text += word.text;
    }
  });
  return { text, words };
}

function sentencesOf(paragraph: string): Word[][] {
  return paragraph.split(/(?<=[.。])\s+/).map(wordsOf);
}

function wordsOf(sentence: string): Word[] {
  return sentence.split(' ').map((text) => ({ text, origin: null, replaced: false }));
}

function sameWords(one: Paragraph, other: Paragraph | undefined): boolean {
  return other !== undefined && writeOut([one]).text === writeOut([other]).text;
}

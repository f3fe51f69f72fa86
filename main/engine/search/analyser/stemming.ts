import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as armenian } from '@orama/stemmers/armenian';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as irish } from '@orama/stemmers/irish';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian';
import { stemmer as nepali } from '@orama/stemmers/nepali';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as sanskrit } from '@orama/stemmers/sanskrit';
import { stemmer as serbian } from '@orama/stemmers/serbian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as tamil } from '@orama/stemmers/tamil';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { stemBulgarian } from './stem-bulgarian.ts';

export type Stemmer = (word: string) => string;

const unchanged: Stemmer = (word) => word;

/** Stemmers by primary language subtag: all that the library has. */
const stemmers: ReadonlyMap<string, Stemmer> = new Map([
  ['ar', arabic],
  ['bg', stemBulgarian],
  ['da', danish],
  ['de', german],
  ['el', greek],
  ['en', english],
  ['es', spanish],
  ['fi', finnish],
  ['fr', french],
  ['ga', irish],
  ['hi', hindi],
  ['hu', hungarian],
  ['hy', armenian],
  ['id', indonesian],
  ['it', italian],
  ['lt', lithuanian],
  ['nb', norwegian],
  ['ne', nepali],
  ['nl', dutch],
  ['nn', norwegian],
  ['no', norwegian],
  ['pt', portuguese],
  ['ro', romanian],
  ['ru', russian],
  ['sa', sanskrit],
  ['sr', serbian],
  ['sv', swedish],
  ['ta', tamil],
  ['tr', turkish],
  ['uk', ukrainian],
]);

/** The languages whose words are stemmed. */
export const stemmedLanguages: readonly string[] = [...stemmers.keys()];

/** Languages that are written in two scripts: in that of their country, and in this one. */
const otherScript: ReadonlyMap<string, string> = new Map([['sr', 'Latn']]);

/** For words in a script that is not the document's own, and for documents of no known language, by ISO 15924 code. */
const usual: readonly { script: string; word: RegExp; stemmer: Stemmer }[] = [
  { script: 'Latn', word: /^\p{Script=Latin}/u, stemmer: english },
  { script: 'Cyrl', word: /^\p{Script=Cyrillic}/u, stemmer: russian },
  { script: 'Arab', word: /^\p{Script=Arabic}/u, stemmer: arabic },
  { script: 'Grek', word: /^\p{Script=Greek}/u, stemmer: greek },
  { script: 'Armn', word: /^\p{Script=Armenian}/u, stemmer: armenian },
  { script: 'Deva', word: /^\p{Script=Devanagari}/u, stemmer: hindi },
  { script: 'Taml', word: /^\p{Script=Tamil}/u, stemmer: tamil },
];

const scriptOfLanguage = new Map<string, string | undefined>();

function scriptOf(language: string): string | undefined {
  if (!scriptOfLanguage.has(language)) scriptOfLanguage.set(language, new Intl.Locale(language).maximize().script);
  return scriptOfLanguage.get(language);
}

/** The stemmer for a word in a document of this language (BCP 47, `und` where it is not known). */
function stemmerFor(word: string, language: string): Stemmer {
  const written = usual.find((each) => each.word.test(word));
  if (written === undefined) return unchanged;
  const isOwn = language !== 'und' && [scriptOf(language), otherScript.get(language)].includes(written.script);
  return isOwn ? (stemmers.get(language) ?? unchanged) : written.stemmer;
}

/** The stem of a folded word that stands in a document of this language. Words with digits have none but themselves. */
export function stem(word: string, language: string): string {
  if (word.length < 3 || /\d/.test(word)) return word;
  return stemmerFor(word, language)(word) || word;
}

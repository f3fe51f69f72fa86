import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';

export type Stemmer = (word: string) => string;

const unchanged: Stemmer = (word) => word;

/** Snowball stemmers by primary language subtag. */
const stemmers: ReadonlyMap<string, Stemmer> = new Map([
  ['ar', arabic],
  ['bg', bulgarian],
  ['da', danish],
  ['de', german],
  ['en', english],
  ['es', spanish],
  ['fi', finnish],
  ['fr', french],
  ['hu', hungarian],
  ['it', italian],
  ['nb', norwegian],
  ['nl', dutch],
  ['nn', norwegian],
  ['no', norwegian],
  ['pt', portuguese],
  ['ro', romanian],
  ['ru', russian],
  ['sv', swedish],
  ['tr', turkish],
  ['uk', ukrainian],
]);

/** ISO 15924 codes of the scripts that have a stemmer. */
type Script = 'Latn' | 'Cyrl' | 'Arab';

/** For words in a script that is not the document's own, and for documents of no known language. */
const usual: Readonly<Record<Script, Stemmer>> = { Latn: english, Cyrl: russian, Arab: arabic };

const scriptOfLanguage = new Map<string, string | undefined>();

function scriptOf(language: string): string | undefined {
  if (!scriptOfLanguage.has(language)) scriptOfLanguage.set(language, new Intl.Locale(language).maximize().script);
  return scriptOfLanguage.get(language);
}

function scriptOfWord(word: string): Script | null {
  if (/^\p{Script=Latin}/u.test(word)) return 'Latn';
  if (/^\p{Script=Cyrillic}/u.test(word)) return 'Cyrl';
  if (/^\p{Script=Arabic}/u.test(word)) return 'Arab';
  return null;
}

/** The stemmer for a word in a document of this language (BCP 47, `und` where it is not known). */
function stemmerFor(word: string, language: string): Stemmer {
  const script = scriptOfWord(word);
  if (script === null) return unchanged;
  if (language !== 'und' && scriptOf(language) === script) return stemmers.get(language) ?? unchanged;
  return usual[script];
}

/** The stem of a folded word that stands in a document of this language. Words with digits have none but themselves. */
export function stem(word: string, language: string): string {
  if (word.length < 3 || /\d/.test(word)) return word;
  return stemmerFor(word, language)(word) || word;
}

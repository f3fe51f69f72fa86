import { franc } from 'franc';
import { latinAlphabets } from '../encodings/common-letters.ts';
import { languageByManyWords, languageByWords } from './language-words.ts';

/** How much text is looked at: enough to be sure, little enough for a book. UTF-16 code units. */
const sampleLength = 8_000;
/** Letters from which trigrams are surer than words, and below which they are not asked. */
const plenty = 200;
const fewestLetters = 60;
/** Share of letters a script needs to decide. */
const decisive = 0.3;

/** Two-letter codes of the languages that trigrams tell apart. Others that the library knows are hardly ever met, and often guessed. */
const twoLetters: Record<string, string> = {
  ...{ als: 'sq', amh: 'am', arb: 'ar', azj: 'az', bel: 'be', ben: 'bn', bos: 'bs', bul: 'bg', cat: 'ca', ces: 'cs', cmn: 'zh', dan: 'da' },
  ...{ deu: 'de', ekk: 'et', ell: 'el', eng: 'en', fin: 'fi', fra: 'fr', glg: 'gl', guj: 'gu', hau: 'ha', heb: 'he', hin: 'hi', hrv: 'hr' },
  ...{ hun: 'hu', ind: 'id', ita: 'it', jpn: 'ja', kan: 'kn', kat: 'ka', kaz: 'kk', khk: 'mn', kir: 'ky', kor: 'ko', lit: 'lt', lvs: 'lv' },
  ...{ mal: 'ml', mar: 'mr', mkd: 'mk', mya: 'my', nld: 'nl', nno: 'no', nob: 'no', npi: 'ne', pan: 'pa', pbu: 'ps', pes: 'fa', pol: 'pl' },
  ...{ por: 'pt', ron: 'ro', rus: 'ru', sin: 'si', slk: 'sk', slv: 'sl', som: 'so', spa: 'es', srp: 'sr', swe: 'sv', swh: 'sw', tam: 'ta' },
  ...{ tel: 'te', tgk: 'tg', tgl: 'tl', tha: 'th', tuk: 'tk', tur: 'tr', uig: 'ug', ukr: 'uk', urd: 'ur', uzn: 'uz', vie: 'vi', yor: 'yo' },
  zul: 'zu',
};

/** Scripts in which hardly more than one language is written. */
const scripts: readonly [script: RegExp, language: string][] = [
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Ethiopic}/gu, 'am'],
];

/**
 * The language a text is in, as a BCP 47 primary subtag: by its little words where it is full of
 * them, by its script or its letters where those settle it, by its little words where it is short, by its trigrams where there is enough text, else what the file declares, else `und`.
 */
export function languageOf(text: string, declared: string): string {
  const sample =
    text.length <= sampleLength ? text : text.slice(0, sampleLength / 2) + text.slice(text.length / 2, (text.length + sampleLength) / 2);
  const said = /^[a-z]{2,3}(?=$|[-_])/.exec(declared.toLowerCase())?.[0];
  // Of a translation that keeps some sentences of the original, the rest would count for little: it has no words between spaces.
  const byWriting = eastAsian.test(sample) ? byScript(sample) : null;
  return byWriting ?? languageByManyWords(sample) ?? byScript(sample) ?? byLetters(sample) ?? byWordsAndTrigrams(sample) ?? said ?? 'und';
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Letters that Serbian, Bosnian and Macedonian do not have. */
const noSouthSlavic = /[йщъьюя]/i;
const allLanguages = Object.keys(twoLetters);
const otherLanguages = allLanguages.filter((language) => !['srp', 'bos', 'mkd'].includes(language));

/** The language that a text's trigrams are likest to; null where they are like none's. */
export function languageByTrigrams(text: string): string | null {
  return twoLetters[franc(text, { only: noSouthSlavic.test(text) ? otherLanguages : allLanguages })] ?? null;
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}

function byScript(text: string): string | null {
  const letters = count(text, /\p{L}/gu);
  if (letters === 0) return null;
  const han = count(text, /\p{Script=Han}/gu);
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(text, /\p{Script=Hangul}/gu);
  if (han + kana + hangul >= letters * decisive) {
    if (hangul > han + kana) return 'ko';
    // Japanese needs kana in every sentence; Chinese has none but in a quoted name.
    return kana > (han + kana) * 0.1 ? 'ja' : 'zh';
  }
  const script = scripts.find(([pattern]) => count(text, pattern) > letters / 2);
  if (script !== undefined) return script[1];
  // Hindi is by far the likeliest; Marathi and Nepali show themselves in a few sentences.
  if (count(text, /\p{Script=Devanagari}/gu) > letters / 2) return (letters >= fewestLetters && languageByTrigrams(text)) || 'hi';
  return count(text, /\p{Script=Arabic}/gu) > letters / 2 ? byArabicLetters(text) : null;
}

/** Persian has letters and forms that Arabic lacks; Urdu, Pashto and Uyghur have their own. */
function byArabicLetters(text: string): string | null {
  if (/[ٹڈڑےں]/.test(text)) return 'ur';
  if (/[ځڅډړښڼې]/.test(text)) return 'ps';
  if (/[ېۇۆۈۋ]/.test(text)) return 'ug';
  return count(text, /[پچژگکی]/g) > count(text, /[ةكيىإ]/g) ? 'fa' : 'ar';
}

/** Russian, Ukrainian, Belarusian and Bulgarian give themselves away in a few words; trigrams take one for another. */
function byLetters(text: string): string | null {
  const cyrillic = count(text, /\p{Script=Cyrillic}/gu);
  if (cyrillic <= count(text, /\p{L}/gu) / 2) return null;
  const has = (letters: RegExp) => letters.test(text);
  // Letters of other languages written in Cyrillic, Serbian to Kazakh and Tajik.
  if (has(/[јљњћђџѓќѕқғңұүһәөҳҷӣӯѣ]/i)) return null;
  if (has(/ў/i)) return 'be';
  if (has(/[їєґ]/i)) return 'uk';
  if (has(/[ыэё]/i)) return has(/і/i) ? null : 'ru';
  if (has(/і/i)) return 'uk';
  // A vowel in Bulgarian; in Russian a sign between a consonant and one of these.
  return has(/ъ(?![еёюяи])/i) ? 'bg' : null;
}

function byWordsAndTrigrams(text: string): string | null {
  const letters = count(text, /\p{L}/gu);
  const byTrigrams = letters >= fewestLetters ? languageByTrigrams(text) : null;
  if (letters >= plenty && byTrigrams !== null) return byTrigrams;
  const marked = new Set(text.toLowerCase().match(/(?![a-z])\p{Script=Latin}/gu) ?? []);
  const penalty = (language: string) => [...marked].filter((letter) => !(latinAlphabets[language] ?? '').includes(letter)).length;
  return languageByWords(text, marked.size === 0 ? () => 0 : penalty) ?? byTrigrams;
}

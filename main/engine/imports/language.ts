import { franc } from 'franc-min';

/** How much text is looked at: enough to be sure, little enough for a book. UTF-16 code units. */
const sampleLength = 8_000;
/** Letters below which Latin text is not guessed at, and Cyrillic text, where there are few candidates. */
const fewestLetters = 80;
const fewestCyrillic = 25;
/** Share of letters a script needs to decide. */
const decisive = 0.3;

/** Two-letter codes of the languages franc-min tells apart; those without one keep their three letters. */
export const twoLetters: Record<string, string> = {
  ...{ amh: 'am', arb: 'ar', azj: 'az', bel: 'be', ben: 'bn', bos: 'bs', bul: 'bg', ces: 'cs', cmn: 'zh', deu: 'de', ell: 'el', eng: 'en' },
  ...{ fra: 'fr', fuv: 'ff', guj: 'gu', hau: 'ha', hin: 'hi', hrv: 'hr', hun: 'hu', ibo: 'ig', ind: 'id', ita: 'it', jav: 'jv', jpn: 'ja' },
  ...{ kan: 'kn', kaz: 'kk', kin: 'rw', kor: 'ko', mal: 'ml', mar: 'mr', mya: 'my', nld: 'nl', npi: 'ne', nya: 'ny', pan: 'pa', pbu: 'ps' },
  ...{ pes: 'fa', plt: 'mg', pol: 'pl', por: 'pt', qug: 'qu', ron: 'ro', run: 'rn', rus: 'ru', sin: 'si', som: 'so', spa: 'es', srp: 'sr' },
  ...{ sun: 'su', swe: 'sv', swh: 'sw', tam: 'ta', tel: 'te', tgl: 'tl', tha: 'th', tur: 'tr', ukr: 'uk', urd: 'ur', uzn: 'uz', vie: 'vi' },
  ...{ yor: 'yo', zlm: 'ms', zul: 'zu', zyb: 'za' },
};

/**
 * The language a text is in, as a BCP 47 primary subtag: by its script or its letters where those settle it, by its
 * trigrams where there is enough text, else what the file declares, else `und`.
 */
export function languageOf(text: string, declared: string): string {
  const sample =
    text.length <= sampleLength ? text : text.slice(0, sampleLength / 2) + text.slice(text.length / 2, (text.length + sampleLength) / 2);
  const said = /^[a-z]{2,3}(?=$|[-_])/.exec(declared.toLowerCase())?.[0];
  return byScript(sample) ?? byLetters(sample) ?? byTrigrams(sample) ?? said ?? 'und';
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}

function byScript(text: string): string | null {
  const letters = count(text, /\p{L}/gu);
  const han = count(text, /\p{Script=Han}/gu);
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(text, /\p{Script=Hangul}/gu);
  if (letters === 0 || han + kana + hangul < letters * decisive) return null;
  if (hangul > han + kana) return 'ko';
  // Japanese needs kana in every sentence; Chinese has none but in a quoted name.
  return kana > (han + kana) * 0.1 ? 'ja' : 'zh';
}

/** Russian, Ukrainian and Belarusian give themselves away in a sentence; trigrams take short Russian for Bulgarian. */
function byLetters(text: string): string | null {
  if (count(text, /\p{Script=Cyrillic}/gu) < fewestCyrillic) return null;
  const has = (letters: RegExp) => letters.test(text);
  // Letters of other languages written in Cyrillic, Serbian to Kazakh and Tajik.
  if (has(/[јљњћђџѓќѕқғңұүһәөҳҷӣӯѣ]/i)) return null;
  if (has(/ў/i)) return 'be';
  if (has(/[їєґ]/i)) return 'uk';
  return has(/[ыэ]/i) && !has(/і/i) ? 'ru' : null;
}

function byTrigrams(text: string): string | null {
  const cyrillic = count(text, /\p{Script=Cyrillic}/gu);
  const letters = count(text, /\p{L}/gu);
  if (letters < (cyrillic > letters / 2 ? fewestCyrillic : fewestLetters)) return null;
  const found = franc(text);
  return found === 'und' ? null : (twoLetters[found] ?? found);
}

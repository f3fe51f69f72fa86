/** What a code unit is to a count of words; a text with one of class 0 is counted by the standard's own rules. */
const unit = { foreign: 0, parting: 1, letter: 2, digit: 3, underscore: 4, joinsLetters: 5, joinsDigits: 6, joinsBoth: 7 } as const;

/** The class of each code unit up to the marks of print. Of plain text there are Latin and Cyrillic letters, ASCII and those marks. */
const units = classify();

function classify(): Uint8Array {
  const classes = new Uint8Array(0x2200);
  const set = (pattern: RegExp, kind: number) => {
    for (let code = 0; code < classes.length; code += 1) if (pattern.test(String.fromCharCode(code))) classes[code] = kind;
  };
  set(/[\0-\x7f\xa0-\xac\xae-\xb7\xb9-\xbf\xd7\xf7–—‘’“”„…€№]/, unit.parting);
  set(/[a-zA-Z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u017f\u0400-\u0481\u048a-\u052f]/, unit.letter);
  set(/[0-9]/, unit.digit);
  set(/_/, unit.underscore);
  set(/[:·]/, unit.joinsLetters);
  set(/[,;]/, unit.joinsDigits);
  set(/[.'‘’]/, unit.joinsBoth);
  return classes;
}

/** The words of plain text by the same rules, in a tenth of the time: marks join them between letters, others between digits. Null for other text. */
function countPlainWords(text: string): number | null {
  let words = 0;
  let isInside = false;
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = units[text.charCodeAt(at)] ?? 0;
    if (kind === unit.foreign || (kind === unit.underscore && before === unit.underscore)) return null;
    if (kind === unit.letter || kind === unit.digit) {
      if (!isInside) words += 1;
      isInside = true;
    } else if (isInside && kind !== unit.underscore) {
      isInside = joins(kind, before) && units[text.charCodeAt(at + 1)] === before;
    }
    before = kind;
  }
  return words;
}

function joins(kind: number, between: number): boolean {
  if (between === unit.letter) return kind === unit.joinsLetters || kind === unit.joinsBoth;
  return between === unit.digit && (kind === unit.joinsDigits || kind === unit.joinsBoth);
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words as the reader's language has them, so that Chinese, which writes no spaces, has a count too. */
export function countWords(text: string, language: string): number {
  return countPlainWords(text) ?? countSegments(text, language);
}

/** By the standard's own rules (UAX 29), for any script. */
export function countSegments(text: string, language: string): number {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
}

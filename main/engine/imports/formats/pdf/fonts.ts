import type { PDFPageProxy } from './pdfjs.ts';
import type { Look } from './shapes.ts';

/** Plain, where nothing is known of a font. */
const plain: Look = { bold: false, italic: false, fixed: false };

/** The looks of a document's fonts by the names that pdf.js gives them. */
export interface Fonts {
  /** Learns the fonts of a page: pdf.js tells a font's own name only to who asks for the page's drawing. */
  learn(page: PDFPageProxy, families: ReadonlyMap<string, string>): Promise<void>;
  look(font: string): Look;
}

export function createFonts(): Fonts {
  const looks = new Map<string, Look>();
  return {
    async learn(page, families) {
      if ([...families.keys()].every((font) => looks.has(font))) return;
      await page.getOperatorList();
      for (const [font, family] of families) {
        if (looks.has(font)) continue;
        const object: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
        looks.set(font, lookOf(nameOf(object), family));
      }
    },
    look: (font) => looks.get(font) ?? plain,
  };
}

function nameOf(font: unknown): string {
  if (typeof font !== 'object' || font === null || !('name' in font)) return '';
  return typeof font.name === 'string' ? font.name : '';
}

/** Fonts of Chinese, Japanese and Korean, whose characters are all equally wide in any text. */
const square =
  /song|ming|hei|kai|fang|hiti|mincho|gothic|batang|gulim|dotum|myungjo|cjk|simsun|st(?:zhong|xihei)|hira|yu(?:min|go)|uming|ukai/i;

/** `ABCDEF+FreeSerifBoldItalic`, `CMTI10`, `ArialMT,Bold`: what a font's name says of it. */
export function lookOf(name: string, family: string): Look {
  const own = name.replace(/^[A-Z]{6}\+/, '');
  return {
    bold: /bold|black|heavy|semibd|demi(?!l)|(?<=[-, ])(bd|blk|md|medi)\b|medi(um)?(ital|obli)?$|^(cm|sf|ec)(bx|b|ssbx|ssdc)\d|^(cmb|ecb|sfb)x/i.test(
      own,
    ),
    italic: /ital|obli|slant|kursiv|(?<=[-, ])(it|bdit|boldit)\b|^(cm|sf|ec)(ti|sl|bxti|bxsl|ssi|mi)\d/i.test(own),
    // A font without a name of its own is called so whatever it is like.
    fixed:
      (family === 'monospace' && own !== '' && own !== 'Type3' && !square.test(own)) ||
      /mono|courier|consol|typewriter|teletype|menlo|fixed|^(cm|sf|ec|lm)(tt|vtt|sltt|itt)/i.test(own),
  };
}

import { ArmillaryError } from '../../../../../contract/index.ts';
import { normaliseText } from '../../normalise.ts';
import type { PDFPageProxy } from './pdfjs.ts';

/** More pieces of text than this on one page are no page's. */
const mostItems = 200_000;

/** A piece of text as pdf.js gives it: one font, one line. */
export interface TextItem {
  text: string;
  transform: readonly number[];
  width: number;
  height: number;
  font: string;
  spaced: boolean;
  artifact: boolean;
}

export interface PageText {
  items: TextItem[];
  /** Of each font, its generic family. */
  families: Map<string, string>;
  /** The fonts whose lines run downwards. */
  vertical: Set<string>;
}

/** What pdf.js streams, as far as it is read here. */
interface Chunk {
  items: (
    | { str: string; transform: number[]; width: number; height: number; fontName: string; hasEOL: boolean }
    | { type: string; tag?: string | null; id?: string | null }
  )[];
  styles: Record<string, { fontFamily: string; vertical: boolean }>;
}

/** A page's text in the order in which it is drawn. */
export async function readText(page: PDFPageProxy): Promise<PageText> {
  const text: PageText = { items: [], families: new Map(), vertical: new Set() };
  const stream: ReadableStream<Chunk> = page.streamTextContent({ includeMarkedContent: true });
  const marked: boolean[] = [];
  let spaced = false;
  for await (const { items, styles } of stream) {
    for (const [font, { fontFamily, vertical }] of Object.entries(styles)) {
      text.families.set(font, fontFamily);
      if (vertical) text.vertical.add(font);
    }
    for (const item of items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') marked.pop();
        else marked.push(item.tag === 'Artifact');
        continue;
      }
      const { str, transform, width, height, fontName: font } = item;
      const words = normaliseText(withLigatures(str)).replace(/\s+/g, ' ');
      if (words.trim() !== '') {
        text.items.push({ text: words, transform, width, height, font, spaced, artifact: marked.includes(true) });
      }
      spaced = (words.trim() === '' && words !== '') || item.hasEOL;
    }
    if (text.items.length > mostItems) {
      throw new ArmillaryError('invalid', `Page ${page.pageNumber} holds more than ${mostItems} pieces of text. Nothing was imported.`);
    }
  }
  return text;
}

/** What TeX's old fonts have where other fonts have control characters, and do not name. */
const texLetters = new Map([
  ...['ff', 'fi', 'fl', 'ffi', 'ffl'].flatMap((letters, index): [string, string][] => [
    [String.fromCharCode(0x0b + index), letters],
    [String.fromCharCode(0x1b + index), letters],
  ]),
  ...['“', '”', '„', '«', '»', '–', '—'].map((letters, index): [string, string] => [String.fromCharCode(0x10 + index), letters]),
  ['\u007f', '-'],
  ['\u0088', '•'],
]);

function withLigatures(text: string): string {
  // Alone, what is ffl in a font of text is a bullet in one of signs.
  if (text === '\u000f') return '•';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what these fonts give.
  return text.replace(/[\u000b-\u0016\u001b-\u001f\u007f\u0088]/g, (character) => texLetters.get(character) ?? character);
}

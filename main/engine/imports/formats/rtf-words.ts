import type { HeaderPart } from './rtf-header.ts';

/** Where the text of a group goes. */
export type Destination = HeaderPart | 'text' | 'skip' | 'field' | 'old list' | 'note' | 'comment' | 'box';

const skipped = [
  ...['colortbl', 'pict', 'shppict', 'nonshppict', 'shprslt', 'objdata', 'objclass', 'datafield', 'formfield', 'fontemb', 'filetbl'],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'ftnsep', 'ftnsepc', 'aftnsep', 'aftnsepc'],
  ...[
    'xe',
    'tc',
    'tcn',
    'rxe',
    'listtext',
    'pntext',
    'listname',
    'leveltext',
    'levelnumbers',
    'nonesttables',
    'upr',
    'template',
    'comment',
  ],
];

const destinations = new Map<string, Destination>([
  ...skipped.map((word): [string, Destination] => [word, 'skip']),
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['listtable', 'lists'],
  ['listoverridetable', 'overrides'],
  ['info', 'info'],
  ['fldinst', 'field'],
  ['pn', 'old list'],
  ['footnote', 'note'],
  ['annotation', 'comment'],
  ['shptxt', 'box'],
  ['nesttableprops', 'text'],
  ['moMath', 'text'],
  ['moMathPara', 'text'],
]);

/** The destination that a control word begins; undefined where it begins none. */
export function destinationOf(word: string): Destination | undefined {
  // What a formula's parts look like: mfPr, mnaryPr.
  return /^m[a-zA-Z]+Pr$/.test(word) ? 'skip' : destinations.get(word);
}

/** Control words and symbols that stand for characters. */
export const letters: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['softline', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['-', '\u00ad'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
]);

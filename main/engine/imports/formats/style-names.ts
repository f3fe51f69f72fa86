import { headingTag, type Paragraph } from './flow.ts';

/**
 * What a paragraph is by the name of its style; null for a line of the table of contents, which repeats headings with
 * the numbers of pages; undefined where the name says nothing. Word, LibreOffice and Google Docs keep the built-in
 * names in English in files of any language.
 */
export function kindOfStyle(name: string): Paragraph['kind'] | null | undefined {
  const heading = /^heading (\d)$/i.exec(name)?.[1];
  if (heading !== undefined) return headingTag(Number(heading) - 1);
  return named.find(([pattern]) => pattern.test(name))?.[1];
}

const named: readonly (readonly [RegExp, Paragraph['kind'] | null])[] = [
  [/^title$/i, 'h1'],
  [/^(quote|intense quote|quotations|block text|block quotation)$/i, 'quote'],
  [
    /^(preformatted text|html preformatted|source (text|code)|plain text|code|verbatim char|teletype|html (code|typewriter|sample))$/i,
    'code',
  ],
  [/^((toc|contents) ?\d+|(toc|contents) heading)$/i, null],
];

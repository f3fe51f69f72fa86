import { isCsl } from './csl.ts';

export type BibliographyKind = 'ris' | 'bibtex' | 'csl-json';

export const bibliographyMediaTypes: Readonly<Record<BibliographyKind, string>> = {
  ris: 'application/x-research-info-systems',
  bibtex: 'application/x-bibtex',
  'csl-json': 'application/vnd.citationstyles.csl+json',
};

/** What kind of bibliography a text is, by its name and by what it looks like; null where it is none. */
export function bibliographyKindOf(name: string, text: string): BibliographyKind | null {
  if (/\.ris$/i.test(name) || /^\uFEFF?\s*TY {1,2}- ?[A-Z]+\s*$/m.test(text.slice(0, 2_000))) return 'ris';
  if (/\.bib(tex|latex)?$/i.test(name)) return 'bibtex';
  return /\.json$/i.test(name) && holdsCsl(text) ? 'csl-json' : null;
}

function holdsCsl(text: string): boolean {
  try {
    return isCsl(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

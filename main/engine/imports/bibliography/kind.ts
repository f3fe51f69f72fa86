import { ArmillaryError } from '../../../../contract/index.ts';
import { decodeText } from '../encodings/decode.ts';
import { normaliseText } from '../normalise.ts';
import { requireCsl } from './csl.ts';

export type BibliographyKind = 'ris' | 'bibtex' | 'csl-json';

export const bibliographyMediaTypes: Readonly<Record<BibliographyKind, string>> = {
  ris: 'application/x-research-info-systems',
  bibtex: 'application/x-bibtex',
  'csl-json': 'application/vnd.citationstyles.csl+json',
};

const extensions: readonly [RegExp, BibliographyKind][] = [
  [/\.ris$/i, 'ris'],
  [/\.bib(tex|latex)?$/i, 'bibtex'],
  [/\.json$/i, 'csl-json'],
];

/** Bigger files would keep the notebook waiting for minutes. Bytes. */
const biggest = 32_000_000;

/** The kind and the text of a list of references, by its name and by what it looks like. Throws where it is none. */
export function openBibliography(name: string, bytes: Uint8Array): { kind: BibliographyKind; text: string } {
  if (bytes.byteLength > biggest) {
    throw new ArmillaryError(
      'unsupported',
      `This list of references is bigger than ${biggest / 1_000_000} MB, the most that can be read. Nothing was imported: split it.`,
    );
  }
  const text = normaliseText(decodeText(bytes, { mayDeclare: false }).text);
  const kind = extensions.find(([extension]) => extension.test(name))?.[1] ?? (looksLikeRis(text) ? 'ris' : null);
  if (kind === null) throw new ArmillaryError('unsupported', 'This is no bibliography in RIS, BibTeX or CSL-JSON. Nothing was imported.');
  if (kind === 'csl-json') requireCsl(text);
  return { kind, text };
}

function looksLikeRis(text: string): boolean {
  return /^\uFEFF?\s*TY {1,2}- ?[A-Z]+\s*$/m.test(text.slice(0, 2_000));
}

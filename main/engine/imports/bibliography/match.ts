import type { Source } from '../../../../contract/index.ts';
import { doiOf } from './reference.ts';

/** A document as far as references are compared with it. */
export interface Known {
  title: string;
  source: Pick<Source, 'url' | 'published'>;
}

/** Finds the document that a reference is about: by DOI, by address, or by title where no years or DOIs say otherwise. */
export class Matcher<T extends Known> {
  readonly #byKey = new Map<string, T>();

  /** Of several that are alike the first counts. */
  add(known: T): void {
    for (const key of keysOf(known)) if (!this.#byKey.has(key)) this.#byKey.set(key, known);
  }

  find({ title, url, doi, published }: { title: string; url: string; doi: string; published: string | null }): T | null {
    const sure = this.#byKey.get(`doi ${doi}`) ?? (url === '' ? undefined : this.#byKey.get(`url ${plainUrl(url)}`));
    if (sure !== undefined) return sure;
    const [words, year] = [plainTitle(title), published?.slice(0, 4)];
    const alike =
      year === undefined ? this.#byKey.get(`title ${words}`) : (this.#byKey.get(`${year} ${words}`) ?? this.#byKey.get(`undated ${words}`));
    if (alike === undefined) return null;
    const itsDoi = doiOf(alike.source.url);
    return doi !== '' && itsDoi !== '' && doi !== itsDoi ? null : alike;
  }
}

function keysOf({ title, source: { url, published } }: Known): string[] {
  const words = plainTitle(title);
  const doi = doiOf(url);
  return [
    ...(doi === '' ? [] : [`doi ${doi}`]),
    ...(url === '' ? [] : [`url ${plainUrl(url)}`]),
    ...(words === '' ? [] : [`title ${words}`, `${published?.slice(0, 4) ?? 'undated'} ${words}`]),
  ];
}

/** Without what differs between two ways of writing one address. */
function plainUrl(url: string): string {
  const plain = url
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/#.*$/, '')
    .replace(/([?&])utm_[^&]*/g, '$1')
    .replace(/[?&]+$/, '')
    .replace(/\/$/, '');
  const [host = '', ...path] = plain.split('/');
  return [host.toLowerCase(), ...path].join('/');
}

/** Letters and digits alone, in one case, without accents. */
function plainTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import type { SelectedDocument } from './selection.ts';

/** A document as reference managers know it. */
export interface Citation {
  /** `osei2024grain`: whom, when and what, unique in its file. */
  key: string;
  title: string;
  authors: PersonName[];
  publisher: string;
  url: string;
  doi: string;
  /** To the precision that is known: year, month, day. */
  published: readonly string[];
  accessed: readonly string[];
  /** Empty where it is not known. */
  language: string;
}

/** A person by family and given name; an organisation, or a name that is not divided, by `family` alone. */
export interface PersonName {
  family: string;
  given: string;
}

export function citationsOf(documents: readonly SelectedDocument[]): Citation[] {
  const taken = new Set<string>();
  return documents.map(({ title, language, source }) => {
    const authors = namesIn(source.author);
    const doi = /\b10\.\d{4,9}\/\S+/.exec(source.url)?.[0] ?? '';
    const key = unique(keyOf(authors[0]?.family ?? '', source.published ?? '', title), taken);
    return {
      key,
      title,
      authors,
      publisher: source.publisher,
      url: source.url,
      doi,
      published: source.published?.split('-') ?? [],
      accessed: source.accessed?.split('-') ?? [],
      language: language === 'und' ? '' : language,
    };
  });
}

/**
 * The names of a source's authors: `Family, Given` parted by semicolons, as an imported bibliography has them; where there are
 * none, commas part either a family from a given name or one name from the next.
 */
export function namesIn(author: string): PersonName[] {
  const bySemicolon = parts(author, ';');
  if (bySemicolon.length > 1) return bySemicolon.map(nameOf);
  const byComma = parts(author, ',');
  const [first = ''] = byComma;
  const hasParticle = /^\p{Ll}/u.test(first);
  const areNames = byComma.length > 2 || (!hasParticle && byComma.every((part) => part.includes(' ')));
  return byComma.length > 1 && areNames ? byComma.map((family) => ({ family, given: '' })) : bySemicolon.map(nameOf);
}

function nameOf(name: string): PersonName {
  const [family = '', ...given] = parts(name, ',');
  return { family, given: given.join(', ') };
}

function parts(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function keyOf(family: string, published: string, title: string): string {
  const word = title.split(/[^\p{L}\p{N}]+/u).find((each) => each.length > 3) ?? '';
  const key = `${family.split(' ').at(-1) ?? ''}${published.slice(0, 4)}${word}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return /[a-z]/.test(key) ? key : `document${key}`;
}

function unique(key: string, taken: Set<string>): string {
  let free = key;
  for (let number = 2; taken.has(free); number += 1) free = `${key}-${number}`;
  taken.add(free);
  return free;
}

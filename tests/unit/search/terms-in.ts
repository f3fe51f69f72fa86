import { parseQuery } from '../../../main/engine/search/query/parser.ts';
import type { Part } from '../../../main/engine/search/query/query.ts';
import { type Near, nearOf, type Term, termOf } from '../../../main/engine/search/query/terms.ts';

/** The words of a query of words and phrases, as a notebook with these languages reads them. */
export function termsIn(typed: string, languages: readonly string[]): (Term | Near)[] {
  const read = (part: Part | null): (Term | Near)[] => {
    switch (part?.kind) {
      case 'word':
      case 'phrase':
      case 'beginning':
        return [termOf(part, languages)].filter((term) => term !== null);
      case 'near':
        return [nearOf(part.parts, part.distance, languages)].filter((term) => term !== null);
      case 'all':
      case 'any':
        return part.parts.flatMap(read);
      default:
        return [];
    }
  };
  return read(parseQuery(typed).part);
}

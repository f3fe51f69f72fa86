import type { Sequence, Term } from './terms.ts';

/** The full-text columns that hold each form. */
export interface Columns {
  exact: readonly string[];
  stem: readonly string[];
}

/**
 * The terms as an FTS5 MATCH expression. Forms hold letters, marks and numerals alone (see analyser.ts), so that none
 * can end the string it is put in; what the analyst typed never gets here.
 */
export function toMatch(terms: readonly Term[], columns: Columns): string {
  const phrase = ({ form, forms, open }: Sequence) => `{${columns[form].join(' ')}} : "${forms.join(' ')}"${open ? ' *' : ''}`;
  return terms.map((term) => `(${term.map(phrase).join(' OR ')})`).join(' AND ');
}

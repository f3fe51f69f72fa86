import type { Near, Sequence, Term } from './terms.ts';

/** The full-text columns that hold each form. */
export interface Columns {
  exact: readonly string[];
  stem: readonly string[];
}

/** What a text must have and must not have. */
export type TextPart = Term | Near | { kind: 'all' | 'any'; parts: readonly TextPart[] } | { kind: 'not'; part: TextPart };

/**
 * A text part as an FTS5 MATCH expression; null where FTS5 cannot say it: what only says what must not be there. Forms hold
 * letters, marks and numerals alone (see analyser.ts), so that none can end the string it is put in; what the analyst typed
 * never gets here.
 */
export function toMatch(part: TextPart, columns: Columns): string | null {
  switch (part.kind) {
    case 'term':
      return anyOf(part.sequences.map((sequence) => `${columnsOf(sequence, columns)} : ${phrase(sequence)}`));
    case 'near':
      return anyOf(part.variants.flatMap((variant) => nearMatches(variant, part.distance, columns)));
    case 'not':
      return null;
    case 'any':
      return joined(part.parts, ' OR ', columns);
    case 'all': {
      const wanted = joined(
        part.parts.filter(({ kind }) => kind !== 'not'),
        ' AND ',
        columns,
      );
      const unwanted = part.parts.flatMap((each) => (each.kind === 'not' ? each.part : []));
      if (wanted === null || unwanted.length === 0) return wanted;
      const left = joined(unwanted, ' OR ', columns);
      return left === null ? null : `(${wanted} NOT ${left})`;
    }
  }
}

function joined(parts: readonly TextPart[], operator: string, columns: Columns): string | null {
  const matches = parts.map((part) => toMatch(part, columns));
  if (matches.length === 0 || matches.includes(null)) return null;
  return matches.length === 1 ? (matches[0] ?? null) : `(${matches.join(operator)})`;
}

function anyOf(matches: readonly string[]): string {
  return `(${matches.join(' OR ')})`;
}

function columnsOf({ form }: Sequence, columns: Columns): string {
  return `{${columns[form].join(' ')}}`;
}

function phrase({ forms, open }: Sequence): string {
  return `"${forms.join(' ')}"${open ? ' *' : ''}`;
}

/** FTS5 looks for what is close in one column at a time. */
function nearMatches(variant: readonly Sequence[], distance: number, columns: Columns): string[] {
  const [first] = variant;
  if (first === undefined) return [];
  return columns[first.form].map((column) => `{${column}} : NEAR(${variant.map(phrase).join(' ')}, ${distance})`);
}

import type { Database } from 'better-sqlite3';
import type { HitKind } from '../../../contract/index.ts';
import { statement } from '../kernel/statement.ts';
import type { TextPart } from './match.ts';
import { nouns } from './nouns.ts';
import type { Sequence } from './terms.ts';

/**
 * How many rows a form stands in, from FTS5's own vocabulary: an upper bound, for a form may stand in a text and in its
 * title, as it is and as a stem.
 */
const rowsWith = {
  document: statement<[string], { rows: number }>('SELECT doc AS rows FROM temp.document_words WHERE term = ?'),
  passage: statement<[string], { rows: number }>('SELECT doc AS rows FROM temp.passage_words WHERE term = ?'),
  note: statement<[string], { rows: number }>('SELECT doc AS rows FROM temp.note_words WHERE term = ?'),
} as const;

/** Makes the vocabularies readable on a connection. */
export function openVocabularies(db: Database): void {
  for (const [kind, { index }] of Object.entries(nouns)) {
    db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${kind}_words USING fts5vocab('main', '${index}', 'row')`);
  }
  // By column, so that words as they stand in texts can be told from stems.
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.document_forms USING fts5vocab('main', 'document_index', 'col')");
}

/** At most so many rows have the words of a text part. Infinity where that cannot be told without looking. */
export function mostRowsWith(db: Database, kind: HitKind, part: TextPart): number {
  const ofSequence = ({ forms, open }: Sequence): number => {
    const whole = open ? forms.slice(0, -1) : forms;
    if (whole.length === 0) return Number.POSITIVE_INFINITY;
    return Math.min(...whole.map((form) => rowsWith[kind](db).get(form)?.rows ?? 0));
  };
  switch (part.kind) {
    case 'term':
      return sum(part.sequences.map(ofSequence));
    case 'near':
      return sum(part.variants.map((variant) => Math.min(...variant.map(ofSequence))));
    case 'not':
      return Number.POSITIVE_INFINITY;
    case 'any':
      return sum(part.parts.map((each) => mostRowsWith(db, kind, each)));
    case 'all':
      return Math.min(Number.POSITIVE_INFINITY, ...part.parts.map((each) => mostRowsWith(db, kind, each)));
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

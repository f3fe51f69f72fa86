/** Fields of a query that take a value, `sphere:economic` say. */
export const fieldNames = [
  'sphere',
  'title',
  'note',
  'author',
  'publisher',
  'lang',
  'grade',
  'credibility',
  'published',
  'event',
  'added',
  'has',
  'in',
  'analyst',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** How the passages of two spheres lie to each other. */
export type Relation = 'OVERLAPS' | 'INSIDE' | 'NEAR';

/** Where a part stands in what was typed, in UTF-16 code units. */
export interface Place {
  start: number;
  end: number;
}

/** Words of a text. */
export type Words =
  /** To be found in any form of the word. `open`: its end may still be on its way, as the analyst types. */
  | { kind: 'word'; text: string; open: boolean; place: Place }
  /** To be found letter for letter, in this order. */
  | { kind: 'phrase'; text: string; place: Place }
  /** To be found at the beginning of a word. */
  | { kind: 'beginning'; text: string; place: Place };

export interface Field {
  kind: 'field';
  name: FieldName;
  value: string;
  place: Place;
}

/** A query as the analyst put it. */
export type Part =
  | Words
  | Field
  | { kind: 'untagged'; place: Place }
  /** `distance`: words that may stand between the first and the last, as FTS5 counts. */
  | { kind: 'near'; parts: Words[]; distance: number; place: Place }
  | { kind: 'relation'; relation: Relation; left: Field; right: Field; place: Place }
  | { kind: 'all'; parts: Part[] }
  | { kind: 'any'; parts: Part[] }
  | { kind: 'not'; part: Part };

/** What of a query is not understood. The rest is searched for all the same. */
export interface Problem extends Place {
  message: string;
}

export interface Query {
  /** Null where nothing is asked. */
  part: Part | null;
  problems: Problem[];
}

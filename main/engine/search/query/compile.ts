import type { Database } from 'better-sqlite3';
import type { AliasGroup, HitKind } from '../../../../contract/index.ts';
import { withAliases } from './aliases.ts';
import { type Condition, type FieldReading, readField, readRelation, untagged } from './conditions.ts';
import { distinctValues } from './distinct.ts';
import { type TextPart, toMatch } from './match.ts';
import { nouns, titleColumns } from './nouns.ts';
import { parseQuery } from './parser.ts';
import type { Part, Place, Problem } from './query.ts';
import { type Near, nearOf, type Term, termOf } from './terms.ts';

/** Words are looked for in the noun's own text, or in the title of its document, or in the note on it. */
type Where = 'text' | 'title' | 'note';

/** A query with its fields read and its words analysed. */
export type Asked =
  | { kind: 'text'; where: Where; part: Term | Near }
  | { kind: 'condition'; condition: Condition }
  | { kind: 'all' | 'any'; parts: readonly Asked[] }
  | { kind: 'not'; part: Asked };

export interface ReadQuery {
  /** Null where nothing is asked. */
  asked: Asked | null;
  problems: Problem[];
  /** What a hit may be, in any text: to paint and to show around. What must not be there is not among them. */
  terms: readonly (Term | Near)[];
  /** Groups of names of which one was asked for. */
  aliases: readonly AliasGroup[];
}

/** Bound on what the index is asked; nobody types more. */
const mostTerms = 50;

/** Reads a query as this notebook understands it. `without`: groups of aliases that are not to be followed. */
export function readQuery(db: Database, typed: string, without: readonly string[] = []): ReadQuery {
  const { part, problems } = parseQuery(typed);
  const languages = distinctValues(db, 'documents', 'language');
  const { part: expanded, used, named } = withAliases(db, part, languages, without);
  const terms: (Term | Near)[] = [];

  const text = (where: Where, read: Term | Near | null, isWanted: boolean): Asked | null => {
    if (read === null || terms.length >= mostTerms) return null;
    // What stands in a title or a note is not to be painted in a text.
    if (isWanted && where === 'text') terms.push(read);
    return { kind: 'text', where, part: read };
  };
  const fieldOr = (reading: FieldReading, place: Place, isWanted: boolean): Asked | null => {
    if ('condition' in reading) return { kind: 'condition', condition: reading.condition };
    problems.push({ ...place, message: `${reading.problem} This is searched for as words.` });
    return text('text', termOf({ kind: 'word', text: typed.slice(place.start, place.end), open: false, place }, languages), isWanted);
  };
  const read = (each: Part, isWanted: boolean): Asked | null => {
    switch (each.kind) {
      case 'word':
      case 'phrase':
      case 'beginning':
        return text('text', named.get(each) ?? termOf(each, languages), isWanted);
      case 'near':
        return text('text', nearOf(each.parts, each.distance, languages), isWanted);
      case 'untagged':
        return { kind: 'condition', condition: untagged };
      case 'relation':
        return fieldOr(readRelation(db, each.relation, each.left, each.right), each.place, isWanted);
      case 'field': {
        if (each.name !== 'title' && each.name !== 'note') return fieldOr(readField(db, each), each.place, isWanted);
        const isBeginning = each.value.endsWith('*');
        const words = { kind: isBeginning ? 'beginning' : 'word', text: each.value, open: false, place: each.place } as const;
        return text(each.name, termOf(words, languages), isWanted);
      }
      case 'not': {
        const inside = read(each.part, !isWanted);
        return inside === null ? null : { kind: 'not', part: inside };
      }
      case 'all':
      case 'any': {
        const parts = each.parts.flatMap((one) => read(one, isWanted) ?? []);
        return parts.length === 0 ? null : { kind: each.kind, parts };
      }
    }
  };
  const asked = expanded === null ? null : read(expanded, true);
  return { asked, problems: problems.toSorted((one, other) => one.start - other.start), terms, aliases: used };
}

/** A query for one kind of hit: what the index is asked, and what else must hold of a row. */
export interface Compiled {
  /** An FTS5 MATCH expression; null where no words are asked for. */
  match: string | null;
  /** SQL over the aliases of nouns.ts. */
  where: string[];
  binds: Record<string, string | number>;
}

/** Compiles a query for one kind of hit. What the index can be asked as a whole, and so rank by, is asked of it; the rest are conditions. */
export function compile(asked: Asked, kind: HitKind): Compiled {
  const binds: Compiled['binds'] = {};
  const bind = (value: string | number) => {
    const name = `v${Object.keys(binds).length}`;
    binds[name] = value;
    return `@${name}`;
  };
  const { columns } = nouns[kind];
  const parts = asked.kind === 'all' ? asked.parts : [asked];
  const textual = parts.flatMap((part) => asText(part, kind) ?? []);
  const others = parts.filter((part) => asText(part, kind) === null);
  const match = textual.length === 0 ? null : toMatch({ kind: 'all', parts: textual }, columns);
  const conditions = match === null ? parts : others;
  return { match, where: conditions.map((part) => conditionOf(part, kind, bind)), binds };
}

/** A part that is about the noun's own text alone; null where it is about more. */
function asText(asked: Asked, kind: HitKind): TextPart | null {
  switch (asked.kind) {
    case 'text':
      return asked.where === 'text' || (asked.where === 'note' && kind === 'note') ? asked.part : null;
    case 'condition':
      return null;
    case 'not': {
      const part = asText(asked.part, kind);
      return part === null ? null : { kind: 'not', part };
    }
    default: {
      const parts = asked.parts.map((part) => asText(part, kind));
      const known = parts.flatMap((part) => part ?? []);
      return known.length === parts.length ? { kind: asked.kind, parts: known } : null;
    }
  }
}

type Bind = (value: string | number) => string;

function conditionOf(asked: Asked, kind: HitKind, bind: Bind): string {
  switch (asked.kind) {
    case 'text':
      return textCondition(asked.part, asked.where, kind, bind);
    case 'condition':
      return asked.condition(kind, bind);
    case 'not':
      // What is not known (the language of a note on the notebook, say) is not what was excluded.
      return `NOT coalesce(${conditionOf(asked.part, kind, bind)}, 0)`;
    case 'all':
      return `(${asked.parts.map((part) => conditionOf(part, kind, bind)).join(' AND ')})`;
    case 'any':
      return `(${asked.parts.map((part) => conditionOf(part, kind, bind)).join(' OR ')})`;
  }
}

function textCondition(part: Term | Near, where: Where, kind: HitKind, bind: Bind): string {
  const rowsOf = (index: string, columns: Parameters<typeof toMatch>[1]) =>
    `(SELECT rowid FROM ${index} WHERE ${index} MATCH ${bind(toMatch(part, columns) ?? '')})`;
  if (where === 'title') return `d.n IN ${rowsOf('document_index', titleColumns)}`;
  const noun = nouns[kind];
  if (where === 'text' || kind === 'note') return `${noun.row}.n IN ${rowsOf(noun.index, noun.columns)}`;
  const notes = `FROM notes WHERE n IN ${rowsOf('note_index', nouns.note.columns)}`;
  if (kind === 'passage') return `p.id IN (SELECT passage_id ${notes})`;
  return `(d.id IN (SELECT document_id ${notes}) OR d.id IN (SELECT document_id FROM passages WHERE id IN (SELECT passage_id ${notes})))`;
}

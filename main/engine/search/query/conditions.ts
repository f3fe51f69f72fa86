import type { Database } from 'better-sqlite3';
import { Credibility, type HitKind, Reliability } from '../../../../contract/index.ts';
import { foldCase, stripDiacritics } from '../analyser/folding.ts';
import { daysAsked } from './days.ts';
import { distinctValues } from './distinct.ts';
import { nouns } from './nouns.ts';
import type { Field } from './query.ts';
import { relatedPassages } from './relations.ts';

/** A condition on a row of a noun, as SQL over the aliases of nouns.ts. Values are bound by name. */
export type Condition = (kind: HitKind, bind: (value: string | number) => string) => string;

/** What a field asks, or, where it cannot be understood, why. */
export type FieldReading = { condition: Condition } | { problem: string };

const never: Condition = () => '0';

/** A name as people may write it: in any case, with or without accents. */
export function plainName(name: string): string {
  return stripDiacritics(name.split(/\s+/u).map(foldCase).join(' '));
}

/** Reads `author:`, `lang:` and the like: every field that is not about the words of a text. */
export function readField(db: Database, field: Field): FieldReading {
  const { value } = field;
  switch (field.name) {
    case 'sphere': {
      const ids = spheresNamed(db, value);
      return ids.length === 0
        ? { problem: `There is no sphere “${value}”.` }
        : { condition: (kind, bind) => nouns[kind].inSpheres(listed(bind, ids)) };
    }
    case 'in': {
      const ids = collectionsNamed(db, value);
      if (ids.length === 0) return { problem: `There is no collection “${value}”.` };
      return { condition: (_kind, bind) => `d.id IN (SELECT document_id FROM collected WHERE collection_id IN ${listed(bind, ids)})` };
    }
    case 'author':
    case 'publisher': {
      const column = field.name;
      const there = distinctValues(db, 'sources', column).filter((name) => name !== '');
      const named = there.filter((name) => plainName(name).includes(plainName(value)));
      return { condition: (_kind, bind) => (named.length === 0 ? '0' : `s.${column} IN ${listed(bind, named)}`) };
    }
    case 'analyst': {
      const there = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM analysts').all();
      const ids =
        plainName(value) === 'me'
          ? db.prepare<[], string>('SELECT analyst_id FROM notebook').pluck().all()
          : there.filter(({ name }) => plainName(name).includes(plainName(value))).map(({ id }) => id);
      if (ids.length === 0) return { problem: `No analyst of this notebook is called “${value}”.` };
      return { condition: (kind, bind) => byAnalyst(kind, listed(bind, ids)) };
    }
    case 'lang':
      return readLanguage(db, value);
    case 'grade':
      return readGrade(value);
    case 'credibility': {
      const grades = credibilitiesIn(value);
      if (grades === null) return { problem: 'A credibility is 1 to 6, or a range as 1..2.' };
      return { condition: (kind, bind) => credible(kind, listed(bind, grades)) };
    }
    case 'published':
    case 'added':
    case 'event':
      return readDays(field.name, value);
    case 'has':
      return readHas(value);
    case 'title':
    case 'note':
      throw new Error(`${field.name}: is about the words of a text`);
  }
}

/** Passages of one sphere that lie to those of another as asked. */
export function readRelation(db: Database, relation: Parameters<typeof relatedPassages>[1], left: Field, right: Field): FieldReading {
  const [one, other] = [spheresNamed(db, left.value), spheresNamed(db, right.value)];
  if (one.length === 0) return { problem: `There is no sphere “${left.value}”.` };
  if (other.length === 0) return { problem: `There is no sphere “${right.value}”.` };
  const ids = relatedPassages(db, relation, one, other);
  if (ids.length === 0) return { condition: never };
  return { condition: (kind, bind) => nouns[kind].onPassage(`p.id IN ${listed(bind, ids)}`) };
}

/** Passages without a sphere, and documents without a tagged passage. */
export const untagged: Condition = (kind) => {
  const tagged = 'SELECT passage_id FROM taggings';
  if (kind === 'document') return `d.id NOT IN (SELECT document_id FROM passages WHERE id IN (${tagged}))`;
  return `(p.id IS NOT NULL AND p.id NOT IN (${tagged}))`;
};

function listed(bind: (value: string) => string, values: readonly (string | number)[]): string {
  return `(SELECT value FROM json_each(${bind(JSON.stringify(values))}))`;
}

/** A sphere by its name or its path (`economic/energy`), with those below it. */
function spheresNamed(db: Database, name: string): string[] {
  return namedWithBelow(db.prepare<[], Named>('SELECT id, parent_id AS parentId, name FROM spheres').all(), name);
}

function collectionsNamed(db: Database, name: string): string[] {
  return namedWithBelow(db.prepare<[], Named>('SELECT id, parent_id AS parentId, name FROM collections').all(), name);
}

interface Named {
  id: string;
  parentId: string | null;
  name: string;
}

function namedWithBelow(all: readonly Named[], asked: string): string[] {
  const wanted = plainName(asked).replace(/\s*\/\s*/g, '/');
  const byId = new Map(all.map((each) => [each.id, each]));
  const pathOf = ({ parentId, name }: Named): string => {
    const parent = parentId === null ? undefined : byId.get(parentId);
    return parent === undefined ? plainName(name) : `${pathOf(parent)}/${plainName(name)}`;
  };
  const isNamed = (each: Named) => plainName(each.name) === wanted || pathOf(each) === wanted;
  const found = new Set(all.filter(isNamed).map(({ id }) => id));
  for (const id of found) for (const each of all) if (each.parentId === id) found.add(each.id);
  return [...found];
}

function byAnalyst(kind: HitKind, ids: string): string {
  if (kind === 'note') return `t.analyst_id IN ${ids}`;
  return nouns[kind].onPassage(`(p.analyst_id IN ${ids} OR p.id IN (SELECT passage_id FROM taggings WHERE analyst_id IN ${ids}))`);
}

/** A passage is as credible as it was judged, else as its source's reports are; so is a document, or as one of its passages is. */
function credible(kind: HitKind, grades: string): string {
  const passage = nouns[kind].onPassage(`coalesce(p.credibility, s.credibility) IN ${grades}`);
  return kind === 'document' ? `(s.credibility IN ${grades} OR ${passage})` : passage;
}

/** A language by its code, or by its name in English or in itself where a document is in it. */
function readLanguage(db: Database, value: string): FieldReading {
  const wanted = plainName(value);
  const isCalled = (code: string) => ['en', code].some((inside) => plainName(languageName(code, inside)) === wanted);
  const code = /^[a-z]{2,3}$/.test(wanted) ? wanted : distinctValues(db, 'documents', 'language').find(isCalled);
  if (code === undefined) return { problem: `No document here is in “${value}”. A language is a code or a name: en, ru, Chinese.` };
  return { condition: (_kind, bind) => `d.language = ${bind(code)}` };
}

function languageName(code: string, inside: string): string {
  return new Intl.DisplayNames([inside], { type: 'language' }).of(code) ?? code;
}

/** `B`, `A..C`, or with a credibility, `B2`. */
function readGrade(value: string): FieldReading {
  const [, first = '', credibility, last] = /^([A-F])([1-6])?(?:(?:\.\.|[-–])([A-F]))?$/i.exec(value.trim()) ?? [];
  if (first === '' || (credibility !== undefined && last !== undefined)) {
    return { problem: 'A grade is A to F, a range as A..C, or a letter with a credibility as B2.' };
  }
  const between = Reliability.options.filter((grade) => grade >= first.toUpperCase() && grade <= (last ?? first).toUpperCase());
  const ofSource: Condition = (_kind, bind) => `s.reliability IN ${listed(bind, between)}`;
  if (credibility === undefined) return { condition: ofSource };
  return { condition: (kind, bind) => `(${ofSource(kind, bind)} AND ${credible(kind, listed(bind, [Number(credibility)]))})` };
}

function credibilitiesIn(value: string): number[] | null {
  const [, first, last = first] = /^([1-6])(?:(?:\.\.|[-–])([1-6]))?$/.exec(value.trim()) ?? [];
  if (first === undefined) return null;
  return [...Credibility.values].filter((grade) => grade >= Number(first) && grade <= Number(last));
}

function readDays(name: 'published' | 'added' | 'event', value: string): FieldReading {
  const days = daysAsked(value);
  if (days === null) return { problem: 'A date is 2024, 2024-05 or 2024-05-12, a range 2024..2025-06.' };
  const { from, to } = days;
  if (name === 'event') {
    return { condition: (kind, bind) => nouns[kind].onPassage(`(p.event_from <= ${bind(to)} AND p.event_to >= ${bind(from)})`) };
  }
  if (name === 'added') {
    return { condition: (kind, bind) => `substr(${nouns[kind].row}.created_at, 1, 10) BETWEEN ${bind(from)} AND ${bind(to)}` };
  }
  // A date known to the month or the year stands for all its days.
  const edge = (rest: string) => `(s.published || substr('${rest}', length(s.published) - 3))`;
  return { condition: (_kind, bind) => `(${edge('-01-01')} <= ${bind(to)} AND ${edge('-12-31')} >= ${bind(from)})` };
}

function readHas(value: string): FieldReading {
  const onPassage = 'EXISTS (SELECT 1 FROM notes n WHERE n.passage_id = p.id)';
  switch (value.toLowerCase()) {
    case 'note':
    case 'notes':
      return {
        condition: (kind) => {
          if (kind === 'note') return '1';
          const own = kind === 'document' ? 'EXISTS (SELECT 1 FROM notes n WHERE n.document_id = d.id) OR ' : '';
          return `(${own}${nouns[kind].onPassage(onPassage)})`;
        },
      };
    case 'passage':
    case 'passages':
      return { condition: (kind) => nouns[kind].onPassage('1') };
    case 'event':
      return { condition: (kind) => nouns[kind].onPassage('p.event IS NOT NULL') };
    default:
      return { problem: 'It can be asked of a document whether it has:note, has:passage or has:event.' };
  }
}

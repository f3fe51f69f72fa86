import type { Database } from 'better-sqlite3';
import type { AliasGroup } from '../../../../contract/index.ts';
import { aliasGroups } from '../../aliases/groups.ts';
import { analyse } from '../analyser/analyser.ts';
import type { Part, Words } from './query.ts';
import { sequencesOfName, type Term } from './terms.ts';

interface Expanded {
  part: Part | null;
  /** Groups of which a name was asked for, those not followed among them. */
  used: AliasGroup[];
  /** What is asked for in place of a name: all names of its group, each with its inflections. */
  named: Map<Words, Term>;
}

/**
 * Finds names of alias groups in a query, one word or several in a row and in any of their forms, and has every name of
 * their group looked for. A name in quotation marks is one only as it is written.
 */
export function withAliases(db: Database, part: Part | null, languages: readonly string[], without: readonly string[]): Expanded {
  const groups = aliasGroups(db);
  const named: Expanded['named'] = new Map();
  if (part === null || groups.length === 0) return { part, used: [], named };
  const { byForm, byStems, longest } = namesOf(db, groups, languages);
  const groupOf = (words: readonly Words[], text: string): AliasGroup | undefined => {
    const asWritten = byForm.get(formOf(text));
    if (asWritten !== undefined || words.some(({ kind }) => kind === 'phrase')) return asWritten;
    return stemsOf(text, languages).flatMap((stems) => byStems.get(stems) ?? [])[0];
  };
  const used = new Set<AliasGroup>();

  const expandRow = (parts: readonly Part[]): Part[] => {
    const [first, ...rest] = parts;
    if (first === undefined) return [];
    if (!isName(first)) return [expand(first), ...expandRow(rest)];
    for (let length = Math.min(longest, parts.length); length > 0; length -= 1) {
      const row = parts.slice(0, length);
      const words = row.filter(isName);
      const text = words.map((word) => word.text).join(' ');
      const group = words.length < length ? undefined : groupOf(words, text);
      if (group === undefined) continue;
      used.add(group);
      if (without.includes(group.id)) continue;
      const whole: Words = { kind: 'phrase', text, place: { start: first.place.start, end: words.at(-1)?.place.end ?? first.place.end } };
      named.set(whole, { kind: 'term', sequences: [text, ...group.names].flatMap((name) => sequencesOfName(name, languages)) });
      return [whole, ...expandRow(parts.slice(length))];
    }
    return [first, ...expandRow(rest)];
  };
  const expand = (each: Part): Part => {
    if (isName(each)) return expandRow([each])[0] ?? each;
    if (each.kind === 'not') return { kind: 'not', part: expand(each.part) };
    if (each.kind === 'any') return { kind: 'any', parts: each.parts.map(expand) };
    if (each.kind === 'all') return { kind: 'all', parts: expandRow(each.parts) };
    return each;
  };
  return { part: expand(part), used: [...used], named };
}

/** Names by what they are found by; made anew only when they change, because a list of thousands is asked at every key. */
interface Names {
  key: string;
  byForm: ReadonlyMap<string, AliasGroup>;
  byStems: ReadonlyMap<string, AliasGroup>;
  /** Words of the longest. */
  longest: number;
}

const lastNames = new WeakMap<Database, Names>();

function namesOf(db: Database, groups: readonly AliasGroup[], languages: readonly string[]): Names {
  const key = JSON.stringify([groups, languages]);
  const last = lastNames.get(db);
  if (last?.key === key) return last;
  const named = groups.flatMap((group) => group.names.map((name) => ({ name, group })));
  const names = {
    key,
    byForm: new Map(named.map(({ name, group }) => [formOf(name), group])),
    byStems: new Map(named.flatMap(({ name, group }) => stemsOf(name, languages).map((stems) => [stems, group]))),
    longest: named.reduce((most, { name }) => Math.max(most, name.split(/\s+/u).length), 0),
  };
  lastNames.set(db, names);
  return names;
}

function isName(part: Part): part is Words & { kind: 'word' | 'phrase' } {
  return part.kind === 'word' || part.kind === 'phrase';
}

function formOf(name: string): string {
  return Array.from(analyse(name, 'und'), ({ exact }) => exact).join(' ');
}

/** The stems of a name in each language, those of different languages never the same. */
function stemsOf(name: string, languages: readonly string[]): string[] {
  return languages.map((language) => `${language} ${Array.from(analyse(name, language), ({ stem }) => stem).join(' ')}`);
}

import { type Sign, signsOf } from './lexer.ts';
import {
  type Field,
  type FieldName,
  fieldNames,
  type Part,
  type Place,
  type Problem,
  type Query,
  type Relation,
  type Words,
} from './query.ts';

/** Deeper brackets are left out of account: nobody writes them. */
const deepest = 20;

/** Words between the parts of NEAR where no number is given. */
const usualDistance = 10;
const greatestDistance = 1_000;

const relations: ReadonlySet<string> = new Set<Relation>(['OVERLAPS', 'INSIDE', 'NEAR']);

/**
 * Reads a query: words (all must occur), "phrases", `OR`, `-not` or `NOT`, (groups), prefix*, `NEAR(a b, 10)`, fields, and relations
 * of two spheres. No text is an error: what is not understood is named as a problem, and searched for as words.
 */
export function parseQuery(typed: string): Query {
  const { signs, length } = signsOf(typed);
  const problems: Problem[] = [];
  const say = ({ start, end }: Place, message: string) => problems.push({ start, end, message });
  let at = 0;
  const peek = (ahead = 0): Sign | undefined => signs[at + ahead];
  const isWord = (there: Sign | undefined, text: string) => there?.kind === 'word' && there.text === text;

  const readAny = (depth: number): Part | null => {
    const branches: Part[] = [];
    for (;;) {
      const branch = readAll(depth);
      if (branch !== null) branches.push(branch);
      if (!isWord(peek(), 'OR')) return grouped('any', branches);
      at += 1;
    }
  };

  const readAll = (depth: number): Part | null => {
    const parts: Part[] = [];
    for (let next = peek(); next !== undefined && !isWord(next, 'OR'); next = peek()) {
      if (next.kind === 'close') {
        if (depth > 0) break;
        say(next, 'No bracket was opened for this one.');
        at += 1;
        continue;
      }
      // What all parts have in common need not be said.
      if (isWord(next, 'AND') && parts.length > 0 && peek(1) !== undefined) at += 1;
      const part = readOne(depth);
      if (part !== null) parts.push(related(part) ?? part);
    }
    return grouped('all', parts);
  };

  const readOne = (depth: number): Part | null => {
    const next = peek();
    if (next === undefined) return null;
    at += 1;
    const { start, end } = next;
    switch (next.kind) {
      case 'minus':
        return negated(readOne(depth));
      case 'open':
        return readGroup(next, depth);
      case 'close':
        return null;
      case 'phrase':
        return { kind: 'phrase', text: next.text, place: { start, end } };
      case 'word':
        if (next.text === 'NOT' && peek() !== undefined && peek()?.kind !== 'close' && !isWord(peek(), 'OR'))
          return negated(readOne(depth));
        return readWord(next);
    }
  };

  const readGroup = (opened: Sign, depth: number): Part | null => {
    if (depth >= deepest) say(opened, 'There are more brackets here than can be read.');
    const inside = readAny(depth + 1);
    if (peek()?.kind === 'close') at += 1;
    else say(opened, 'This bracket is not closed yet.');
    return inside;
  };

  const readWord = (word: Sign & { kind: 'word' }): Part | null => {
    const place = { start: word.start, end: word.end };
    if (word.text === 'NEAR' && word.glued && peek()?.kind === 'open') return readNear(place);
    if (word.text.toLowerCase() === 'untagged') return { kind: 'untagged', place };
    const [, name = '', value = ''] = /^(\p{L}+):(?!\/\/)(.*)$/u.exec(word.text) ?? [];
    if (name === '') return wordsOf(word);
    const field = fieldNames.find((known) => known === name.toLowerCase());
    if (field === undefined) {
      say({ start: word.start, end: word.start + name.length + 1 }, `There is no field “${name}”: this is searched for as words.`);
      return wordsOf(word);
    }
    return readField(field, value, word);
  };

  const readField = (name: FieldName, value: string, word: Sign & { kind: 'word' }): Part | null => {
    const next = peek();
    if (value === '' && word.glued && next?.kind === 'phrase') {
      at += 1;
      return { kind: 'field', name, value: next.text, place: { start: word.start, end: next.end } };
    }
    const place = { start: word.start, end: word.end };
    if (value !== '') return { kind: 'field', name, value, place };
    say(place, `“${name}:” needs something right after it.`);
    return null;
  };

  const readNear = (place: Place): Part | null => {
    const opened = peek();
    at += 1;
    const parts: Words[] = [];
    let distance = usualDistance;
    let wasComma = false;
    for (let next = peek(); next !== undefined && next.kind !== 'close'; next = peek()) {
      at += 1;
      if (next.kind === 'phrase') parts.push({ kind: 'phrase', text: next.text, place: { start: next.start, end: next.end } });
      if (next.kind !== 'word') continue;
      const number = parts.length > 0 && peek()?.kind === 'close' ? /^,?(\d{1,4})$/.exec(next.text)?.[1] : undefined;
      if (number !== undefined && wasComma) distance = Math.min(greatestDistance, Number(number));
      else if (/[\p{L}\p{N}]/u.test(next.text)) parts.push(wordsOf({ ...next, text: next.text.replace(/,+$/, '') }));
      wasComma = next.text.endsWith(',');
    }
    if (peek()?.kind === 'close') at += 1;
    else if (opened !== undefined) say(opened, 'This bracket is not closed yet.');
    const end = signs[at - 1]?.end ?? place.end;
    if (parts.length > 1) return { kind: 'near', parts, distance, place: { start: place.start, end } };
    say({ start: place.start, end }, 'NEAR needs two words or more between its brackets.');
    return parts[0] ?? null;
  };

  /** A sphere, a relation and another sphere; null where that is not what stands here. */
  const related = (left: Part): Part | null => {
    const word = peek();
    if (!isSphere(left) || word?.kind !== 'word' || !isRelation(word.text) || peek(1)?.kind !== 'word') return null;
    const before = at;
    at += 1;
    const right = readOne(0);
    if (right !== null && isSphere(right)) {
      return { kind: 'relation', relation: word.text, left, right, place: { start: left.place.start, end: right.place.end } };
    }
    at = before;
    return null;
  };

  const wordsOf = ({ text, start, end }: Sign & { kind: 'word' }): Words => {
    const place = { start, end };
    if (/[\p{L}\p{N}]\*$/u.test(text)) return { kind: 'beginning', text: text.slice(0, -1), place };
    return { kind: 'word', text, open: end === length, place };
  };

  return { part: readAny(0), problems };
}

function grouped(kind: 'all' | 'any', parts: Part[]): Part | null {
  const [only, ...more] = parts;
  if (only === undefined) return null;
  return more.length === 0 ? only : { kind, parts };
}

function negated(part: Part | null): Part | null {
  return part === null ? null : { kind: 'not', part };
}

function isSphere(part: Part): part is Field {
  return part.kind === 'field' && part.name === 'sphere';
}

function isRelation(text: string): text is Relation {
  return relations.has(text);
}

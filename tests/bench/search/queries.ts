import type { SearchQuery } from '../../../contract/index.ts';
import type { TextPart } from '../../../main/engine/search/query/match.ts';
import { parseQuery } from '../../../main/engine/search/query/parser.ts';
import type { Part } from '../../../main/engine/search/query/query.ts';
import { termOf } from '../../../main/engine/search/query/terms.ts';

/** A kind of query: as it is asked here, and as MiniSearch is asked. */
export interface BenchQuery {
  query: string;
  ask: SearchQuery;
  /** Null where MiniSearch has no such query. */
  mini: { text: string; prefix: boolean } | null;
  /** Words for ripgrep; null where it has no such query. */
  grep: string | null;
}

const documents = { kinds: ['document' as const] };
const plain = (text: string) => ({ text, prefix: false });

export const queries: readonly BenchQuery[] = [
  { query: 'term in 90%', ask: { text: 'report ', ...documents }, mini: plain('report'), grep: 'report' },
  { query: 'term in 20%', ask: { text: 'harbour ', ...documents }, mini: plain('harbour'), grep: 'harbour' },
  { query: 'rare', ask: { text: 'tungsten ', ...documents }, mini: plain('tungsten'), grep: 'tungsten' },
  { query: 'phrase', ask: { text: '"grain corridor"', ...documents }, mini: null, grep: 'grain corridor' },
  { query: 'prefix', ask: { text: 'harb', ...documents }, mini: { text: 'harb', prefix: true }, grep: 'harb' },
  { query: 'three words', ask: { text: 'report treaty harbour ', ...documents }, mini: plain('report treaty harbour'), grep: null },
  { query: 'Russian inflected', ask: { text: 'санкций ', ...documents }, mini: plain('санкций'), grep: null },
  { query: 'two Chinese characters', ask: { text: '制裁', ...documents }, mini: null, grep: '制裁' },
  { query: 'sphere filter plus word', ask: { text: 'sphere:economic report ', ...documents }, mini: null, grep: null },
];

/** The words of a query for an index without fields. */
export function wordsOf(text: string, languages: readonly string[]): TextPart {
  const parts = (part: Part | null): TextPart[] => {
    if (part?.kind === 'word' || part?.kind === 'phrase' || part?.kind === 'beginning')
      return [termOf(part, languages)].filter((term) => term !== null);
    return part?.kind === 'all' ? part.parts.flatMap(parts) : [];
  };
  return { kind: 'all', parts: parts(parseQuery(text).part) };
}

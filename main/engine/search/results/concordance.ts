import type { ConcordanceLine, ConcordanceSort, Parsed, Result } from '../../../../contract/index.ts';
import type { Context } from '../../kernel/context.ts';
import { readQuery } from '../query/compile.ts';
import { everything, find } from './find.ts';
import { findHits, mergeHits } from './hits.ts';

/** Documents read between two looks at whether the analyst still waits. */
const readAtOnce = 20;

interface Read {
  id: string;
  title: string;
  language: string;
  revision: number;
  text: string;
}

/** Every occurrence in the documents that a query finds (keyword in context), sorted by what stands around it. */
export async function concordance(
  context: Context,
  { query, sort, width, limit }: Parsed<'search.concordance'>,
): Promise<Result<'search.concordance'>> {
  const { db, signal } = context;
  const { text, sphereIds, documentId = null, without } = query;
  const { asked, terms } = readQuery(db, text, without);
  const { found } = find(db, { asked, kinds: ['document'], sphereIds, documentId, sort: 'relevance', limit: everything });
  const read = db.prepare<[number], Read>(
    'SELECT d.id, d.title, d.language, d.revision, b.text FROM documents d JOIN bodies b ON b.document_id = d.id WHERE d.n = ?',
  );
  const lines: ConcordanceLine[] = [];
  let documents = 0;
  for (const [index, { n }] of found.entries()) {
    if (index % readAtOnce === 0) {
      context.progress({ done: index, total: found.length, label: 'documents' });
      await context.breathe();
      signal.throwIfAborted();
    }
    // One more than asked for tells that there is more.
    if (lines.length > limit) break;
    const document = read.get(n);
    if (document === undefined) continue;
    const before = lines.length;
    for (const hit of mergeHits(findHits(document.text, document.language, terms))) lines.push(lineOf(document, hit, width));
    if (lines.length > before) documents += 1;
  }
  return { lines: sorted(lines.slice(0, limit), sort), documents, complete: lines.length <= limit };
}

function lineOf(
  { id, title, language, revision, text }: Read,
  { start, end }: { start: number; end: number },
  width: number,
): ConcordanceLine {
  return {
    documentId: id,
    revision,
    title,
    language,
    start,
    end,
    before: onOneLine(text.slice(Math.max(0, start - width), start)),
    hit: onOneLine(text.slice(start, end)),
    after: onOneLine(text.slice(end, end + width)),
  };
}

/** Without the half of a character that a cut may leave at either end, and without the gaps of tables and indents. */
function onOneLine(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '').replace(/\s+/gu, ' ');
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a stretch, the nearest to the hit first. */
function wordsFrom(side: 'before' | 'after', text: string): string {
  const found = Array.from(words.segment(text))
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);
  return (side === 'before' ? found.toReversed() : found).join(' ');
}

/** By what precedes or follows, word by word from the hit outwards, in the order of the language. */
function sorted(lines: ConcordanceLine[], sort: ConcordanceSort): ConcordanceLine[] {
  if (sort === 'document') return lines;
  const { compare } = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
  const keyed = lines.map((line) => ({ line, key: sort === 'hit' ? line.hit : wordsFrom(sort, line[sort]) }));
  return keyed.toSorted((one, other) => compare(one.key, other.key)).map(({ line }) => line);
}

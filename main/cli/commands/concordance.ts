import { styleText } from 'node:util';
import type { ConcordanceSort } from '../../../contract/index.ts';
import { count, harmless, type Outcome } from '../outcome.ts';
import { tellProblems } from '../problems.ts';
import type { Session } from '../session.ts';

export interface ConcordanceOptions {
  sort?: ConcordanceSort;
  width?: number;
  limit?: number;
}

/** Every occurrence of a query, one a line, with what stands before and after it. */
export async function concordance(
  { engine, signal }: Session,
  text: string,
  { sort, width = 40, limit }: ConcordanceOptions,
): Promise<Outcome> {
  const query = { text, kinds: ['document' as const] };
  const { problems } = await engine.call('search.query', { ...query, limit: 1 }, { signal });
  tellProblems(text, problems);
  const answer = await engine.call(
    'search.concordance',
    { query, width, ...(sort === undefined ? {} : { sort }), ...(limit === undefined ? {} : { limit }) },
    { signal },
  );
  const lines = answer.lines.map(
    ({ before, hit, after, title }) =>
      `${padded(harmless(before), width)}${styleText('bold', harmless(hit))}${harmless(after)}  ${styleText('dim', harmless(title))}\n`,
  );
  const more = answer.complete ? '' : ', the first of more: give a greater --limit';
  return {
    json: { lines: answer.lines, documents: answer.documents, complete: answer.complete },
    text: `${lines.join('')}${count(lines.length, 'line')} in ${count(answer.documents, 'document')}${more}\n`,
    done: true,
  };
}

/** Characters of these scripts take two columns of a terminal (Unicode Standard Annex 11, roughly). */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/gu;

/** Filled up on the left, so that what follows stands in one column. */
function padded(text: string, width: number): string {
  const columns = text.length + (text.match(wide)?.length ?? 0);
  return ' '.repeat(Math.max(0, width - columns)) + text;
}

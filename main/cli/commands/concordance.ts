import { styleText } from 'node:util';
import type { ConcordanceSort } from '../../../contract/index.ts';
import { beginningIn, columnsOf, endIn } from '../columns.ts';
import { aliasGroupsOf } from '../names.ts';
import { count, harmless, type Outcome } from '../outcome.ts';
import { tellAliases, tellProblems } from '../problems.ts';
import type { Session } from '../session.ts';

export interface ConcordanceOptions {
  without: string[];
  sort?: ConcordanceSort;
  width?: number;
  limit?: number;
}

/** Every occurrence of a query, one a line, with what stands before and after it. */
export async function concordance(
  { engine, signal }: Session,
  text: string,
  { without: names, sort, width = 40, limit }: ConcordanceOptions,
): Promise<Outcome> {
  const query = { text, kinds: ['document' as const], without: await aliasGroupsOf(engine, names) };
  const { problems, aliases } = await engine.call('search.query', { ...query, limit: 1 }, { signal });
  tellProblems(text, problems);
  tellAliases(aliases, query.without);
  const answer = await engine.call(
    'search.concordance',
    { query, width, ...(sort === undefined ? {} : { sort }), ...(limit === undefined ? {} : { limit }) },
    { signal },
  );
  const rows = answer.lines.map(({ before, hit, after, title }) => ({
    before: endIn(harmless(before), width),
    hit: harmless(hit),
    after: beginningIn(harmless(after), width),
    title: harmless(title),
  }));
  const widest = rows.reduce((most, { hit }) => Math.max(most, columnsOf(hit)), 0);
  const lines = rows.map(({ before, hit, after, title }) => {
    const rest = ' '.repeat(widest - columnsOf(hit));
    return `${before}${styleText('bold', hit)}${after}${rest}  ${styleText('dim', title)}\n`;
  });
  const more = answer.complete ? '' : ', the first of more: give a greater --limit';
  return {
    json: { lines: answer.lines, documents: answer.documents, complete: answer.complete },
    text: `${lines.join('')}${count(lines.length, 'line')} in ${count(answer.documents, 'document')}${more}\n`,
    done: true,
  };
}

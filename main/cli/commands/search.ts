import { styleText } from 'node:util';
import type { HitKind, SearchHit, SearchSort } from '../../../contract/index.ts';
import { aliasGroupsOf, sphereIdsNamed } from '../names.ts';
import { count, harmless, type Outcome, tell } from '../outcome.ts';
import { tellAliases, tellProblems } from '../problems.ts';
import type { Session } from '../session.ts';

export const searchable = { documents: 'document', passages: 'passage', notes: 'note' } as const satisfies Record<string, HitKind>;

export interface SearchOptions {
  in?: keyof typeof searchable;
  sphere: string[];
  without: string[];
  sort?: SearchSort;
  limit?: number;
}

export async function search(
  { engine, signal }: Session,
  text: string,
  { in: within, sphere, without: names, sort, limit }: SearchOptions,
): Promise<Outcome> {
  const without = await aliasGroupsOf(engine, names);
  const { total, hits, problems, aliases, didYouMean } = await engine.call(
    'search.query',
    {
      text,
      sphereIds: await sphereIdsNamed(engine, sphere),
      without,
      ...(within === undefined ? {} : { kinds: [searchable[within]] }),
      ...(sort === undefined ? {} : { sort }),
      ...(limit === undefined ? {} : { limit }),
    },
    { signal },
  );
  tellProblems(text, problems);
  tellAliases(aliases, without);
  if (didYouMean !== null) tell(`Did you mean: ${harmless(didYouMean)}`);
  const shaped = hits.map(({ kind, documentId, passageId, title, snippet, score }) => ({
    kind,
    documentId,
    passageId,
    title,
    snippet: snippet.text,
    score,
  }));
  const shown = hits.length < total ? `, the best ${hits.length} shown` : '';
  return {
    json: { total, hits: shaped, problems, didYouMean },
    text: `${hits.map(hitLines).join('')}${count(total, 'hit')}${shown}\n`,
    done: true,
  };
}

function hitLines({ kind, title, documentId, passageId, snippet }: SearchHit): string {
  const id = passageId ?? documentId;
  let marked = '';
  let reached = 0;
  for (const { start, end } of snippet.hits) {
    marked += harmless(snippet.text.slice(reached, start)) + styleText('bold', harmless(snippet.text.slice(start, end)));
    reached = end;
  }
  return `${kind}  ${harmless(title)}${id === null ? '' : `  ${id}`}\n  ${marked}${harmless(snippet.text.slice(reached))}\n`;
}

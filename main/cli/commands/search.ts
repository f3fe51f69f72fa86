import { styleText } from 'node:util';
import type { HitKind, SearchHit } from '../../../contract/index.ts';
import { sphereIdsNamed } from '../names.ts';
import { count, harmless, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';

export const searchable = { documents: 'document', passages: 'passage', notes: 'note' } as const satisfies Record<string, HitKind>;

export interface SearchOptions {
  in?: keyof typeof searchable;
  sphere: string[];
  limit?: number;
}

export async function search({ engine, signal }: Session, text: string, { in: within, sphere, limit }: SearchOptions): Promise<Outcome> {
  const { total, hits } = await engine.call(
    'search.query',
    {
      text,
      sphereIds: await sphereIdsNamed(engine, sphere),
      ...(within === undefined ? {} : { kinds: [searchable[within]] }),
      ...(limit === undefined ? {} : { limit }),
    },
    { signal },
  );
  const shaped = hits.map(({ kind, documentId, passageId, title, snippet, score }) => ({
    kind,
    documentId,
    passageId,
    title,
    snippet: snippet.text,
    score,
  }));
  const shown = hits.length < total ? `, the best ${hits.length} shown` : '';
  return { json: { total, hits: shaped }, text: `${hits.map(hitLines).join('')}${count(total, 'hit')}${shown}\n`, done: true };
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

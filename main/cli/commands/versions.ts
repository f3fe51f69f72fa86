import type { VersionKind } from '../../../contract/index.ts';
import { documentIdOf } from '../names.ts';
import { type Outcome, table } from '../outcome.ts';
import type { Session } from '../session.ts';

const kinds: Record<VersionKind, string> = {
  automatic: 'automatic',
  named: 'named',
  'before-update': 'before a new text',
  'before-restore': 'before a version was restored',
};

/** A document's versions, newest first. */
export async function listVersions({ engine }: Session, { document }: { document: string }): Promise<Outcome> {
  const documentId = documentIdOf(document);
  const versions = (await engine.call('versions.list', { documentId })).map(
    ({ id, kind, name, madeAt, analyst, words, passages, original }) => ({
      id,
      kind,
      name,
      madeAt,
      analyst,
      words,
      passages,
      original: original === null ? null : { name: original.name, sha256: original.sha256 },
    }),
  );
  const rows = versions.map(({ id, kind, name, madeAt, words, passages }) => [id, madeAt, `${words}`, `${passages}`, name || kinds[kind]]);
  return {
    json: { documentId, versions },
    text: table([['ID', 'MADE', 'WORDS', 'PASSAGES', 'VERSION'], ...rows]),
    done: true,
  };
}

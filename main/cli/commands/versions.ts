import { ArmillaryError, type EngineClient, type VersionKind } from '../../../contract/index.ts';
import { documentIdOf } from '../names.ts';
import { type Outcome, table } from '../outcome.ts';
import type { Session } from '../session.ts';

const kinds: Record<VersionKind, string> = {
  automatic: 'automatic',
  named: 'named',
  'before-update': 'before a new text',
  'before-restore': 'before a version was restored',
};

export interface VersionsOptions {
  document: string;
  /** A version to delete before the others are listed. */
  remove?: string;
}

/** A document's versions, newest first; with `remove`, those that are left without it. */
export async function listVersions({ engine }: Session, { document, remove }: VersionsOptions): Promise<Outcome> {
  const documentId = documentIdOf(document);
  if (remove !== undefined) await removeVersion(engine, documentId, remove);
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

/** Throws `not-found` for one that is none of this document's. */
async function removeVersion(engine: EngineClient, documentId: string, versionId: string): Promise<void> {
  const versions = await engine.call('versions.list', { documentId });
  if (!versions.some(({ id }) => id === versionId)) {
    throw new ArmillaryError('not-found', `This document has no version ${versionId}. “armillary versions --document ID” lists them.`);
  }
  await engine.call('versions.remove', { versionId });
}

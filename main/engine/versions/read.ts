import type { Database } from 'better-sqlite3';
import { deriveText, projectPassages } from '../../../anchoring/index.ts';
import { ArmillaryError, type Result, type Version, type VersionSummary } from '../../../contract/index.ts';
import { originalInfo, readOriginal } from '../documents/originals.ts';
import { parseState } from '../documents/stored.ts';
import { statement } from '../kernel/statement.ts';
import { passageIdsOf } from '../passages/project.ts';
import { unpackState } from './pack.ts';

type Row = Omit<VersionSummary, 'original'> & { original: number | null };

const summary = `
  SELECT v.id, v.document_id AS documentId, v.kind, v.name, v.made_at AS madeAt, a.name AS analyst, v.revision, v.words, v.passages,
    v.size, v.original_n AS original
  FROM versions v JOIN analysts a ON a.id = v.analyst_id`;
const all = statement<[string], Row>(`${summary} WHERE v.document_id = ? ORDER BY v.made_at DESC, v.n DESC`);
const one = statement<[string], Row>(`${summary} WHERE v.id = ?`);
const stateOf = statement<[string], { state: Uint8Array }>('SELECT state FROM versions WHERE id = ?');

/** Newest first. */
export function listVersions(db: Database, documentId: string): VersionSummary[] {
  return all(db)
    .all(documentId)
    .map((row) => fromRow(db, row));
}

/** Throws `not-found`. */
export function versionSummary(db: Database, versionId: string): VersionSummary {
  return fromRow(db, rowOf(db, versionId));
}

/** Throws `not-found`. */
export function packedState(db: Database, versionId: string): Uint8Array {
  const row = stateOf(db).get(versionId);
  if (row === undefined) throw noVersion(versionId);
  return row.state;
}

/** Throws `not-found`, and `corrupt` where it cannot be read. */
export function versionOf(db: Database, versionId: string): Version {
  const version = versionSummary(db, versionId);
  const state = parseState(unpackState(packedState(db, versionId)));
  const derived = deriveText(state);
  const known = passageIdsOf(db, version.documentId);
  const stood = Array.from(projectPassages(derived), ([id, anchor]) => ({ id, ...anchor, known: known.has(id) }));
  return { ...version, state, text: derived.text, stood };
}

/** Throws `not-found` where there is no such version or where it was written or pasted. */
export function versionOriginal(db: Database, versionId: string): Result<'versions.original'> {
  const original = readOriginal(db, rowOf(db, versionId).original);
  if (original === null) {
    throw new ArmillaryError('not-found', 'This version was written or pasted here: there is no original file to save.');
  }
  return original;
}

function rowOf(db: Database, versionId: string): Row {
  const row = one(db).get(versionId);
  if (row === undefined) throw noVersion(versionId);
  return row;
}

function fromRow(db: Database, { original, ...rest }: Row): VersionSummary {
  return { ...rest, original: originalInfo(db, original) };
}

function noVersion(versionId: string): ArmillaryError {
  return new ArmillaryError(
    'not-found',
    'This version is no longer in the notebook: older automatic ones make room for newer ones. Choose another.',
    versionId,
  );
}

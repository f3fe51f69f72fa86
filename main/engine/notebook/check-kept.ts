import type { Database } from 'better-sqlite3';
import { type CheckProblem, EditorState } from '../../../contract/index.ts';
import { toArmillaryError } from '../kernel/errors.ts';
import { sha256Of } from '../kernel/sha256.ts';
import { statement } from '../kernel/statement.ts';
import { unpackState } from '../versions/pack.ts';

const original = statement<[number], { documentId: string; name: string; sha256: string; size: number; bytes: Uint8Array }>(
  'SELECT o.document_id AS documentId, o.name, f.sha256, f.size, f.bytes FROM originals o JOIN files f ON f.n = o.file_n WHERE o.n = ?',
);
const version = statement<[number], { documentId: string; madeAt: string; sha256: string; state: Uint8Array }>(
  'SELECT document_id AS documentId, made_at AS madeAt, sha256, state FROM versions WHERE n = ?',
);

/** An imported file's bytes against the SHA-256 taken when it came in. */
export function checkOriginal(db: Database, n: number): CheckProblem[] {
  const kept = original(db).get(n);
  if (kept === undefined) return [];
  const { documentId, name, sha256, size, bytes } = kept;
  if (bytes.byteLength === size && sha256Of(bytes) === sha256) return [];
  const message = `The kept file ${name} is not what was imported: import it again from where it came.`;
  return [{ check: 'original', documentId, passageId: null, message }];
}

/** A version's state against the SHA-256 taken when it was kept. One that was thinned out meanwhile has no problems. */
export function checkVersion(db: Database, n: number): CheckProblem[] {
  const kept = version(db).get(n);
  if (kept === undefined || isWhole(kept)) return [];
  const { documentId, madeAt } = kept;
  const message = `The version of ${madeAt} is damaged and cannot be restored. The document itself is not touched by it.`;
  return [{ check: 'version', documentId, passageId: null, message }];
}

function isWhole({ sha256, state }: { sha256: string; state: Uint8Array }): boolean {
  try {
    const json = unpackState(state);
    return sha256Of(json) === sha256 && EditorState.safeParse(JSON.parse(json)).success;
  } catch (error) {
    if (toArmillaryError(error).kind === 'corrupt') return false;
    throw error;
  }
}

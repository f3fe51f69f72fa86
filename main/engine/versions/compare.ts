import type { Database } from 'better-sqlite3';
import { deriveText } from '../../../anchoring/index.ts';
import { ArmillaryError, type Parsed, type Result } from '../../../contract/index.ts';
import { storedDocument } from '../documents/stored.ts';
import { differences } from './differences.ts';
import { versionState, versionSummary } from './read.ts';

/** Throws `invalid` where a version is another document's. */
export function compareVersions(db: Database, { documentId, from, to }: Parsed<'versions.compare'>): Result<'versions.compare'> {
  const { text, language } = storedDocument(db, documentId);
  const textOf = (versionId: string | null): string => {
    if (versionId === null) return text;
    if (versionSummary(db, versionId).documentId !== documentId) {
      throw new ArmillaryError('invalid', 'This version is one of another document. Choose two of the same.', versionId);
    }
    return deriveText(versionState(db, versionId)).text;
  };
  return { paragraphs: differences(textOf(from), textOf(to), language) };
}

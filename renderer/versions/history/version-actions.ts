import type { CallOptions, EngineClient, VersionSummary } from '../../../contract/index.ts';
import { reloadDocument } from '../../editor/session/sessions.ts';
import { notifyDeed } from '../../undo/notify-deed.ts';
import { recordStep } from '../../undo/timeline.ts';
import { flushBefore, recordReplaced } from '../replaced-deed.ts';
import { counted, versionTitle, whenText } from '../words.ts';

/** Keeps a document as it now is under a name. */
export async function nameVersion(engine: EngineClient, documentId: string, name: string): Promise<VersionSummary> {
  await flushBefore('No version was made.');
  const { version, step } = await engine.call('versions.name', { documentId, name });
  recordStep(engine, 'Name a version', step);
  return version;
}

export async function renameVersion(engine: EngineClient, version: VersionSummary, name: string): Promise<void> {
  const { step } = await engine.call('versions.rename', { versionId: version.id, name });
  recordStep(engine, 'Rename a version', step);
}

/** Makes a document what it was. Resolves when its editor shows it. */
export async function restoreVersion(engine: EngineClient, version: VersionSummary, options: CallOptions): Promise<void> {
  await flushBefore('Nothing was restored.');
  const { step, detached } = await engine.call('versions.restore', { versionId: version.id }, options);
  const deed = recordReplaced(engine, 'Restore a version', step, version.documentId);
  await reloadDocument(engine, version.documentId);
  const name = version.name === '' ? whenText(version.madeAt, 'medium') : `“${versionTitle(version)}”`;
  const apart =
    detached === 0 ? '' : ` ${counted(detached, 'passage')} found no place in it and ${detached === 1 ? 'is' : 'are'} detached.`;
  notifyDeed(`The document is again what it was: ${name}.${apart} What stood before is kept as a version.`, deed);
}

/** Lets go of a version. Offers to take that back, for as long as the notebook stays open. */
export async function removeVersion(engine: EngineClient, version: VersionSummary): Promise<void> {
  const { step } = await engine.call('versions.remove', { versionId: version.id });
  const deed = recordStep(engine, 'Delete a version', step);
  notifyDeed(`Deleted the version ${nameOf(version)}.`, deed);
}

function nameOf(version: VersionSummary): string {
  return version.name === '' ? `of ${whenText(version.madeAt, 'medium')}` : `“${version.name}”`;
}

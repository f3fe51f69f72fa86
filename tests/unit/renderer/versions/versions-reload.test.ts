import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHeadlessEditor } from '@lexical/headless';
import { $getSelection } from 'lexical';
import { expect, test } from 'vitest';
import { connect } from '../../../../contract/index.ts';
import { openEngine } from '../../../../main/engine/engine.ts';
import { adoptedTag, parseDocument } from '../../../../renderer/editor/session/documents.ts';
import { DocumentSession } from '../../../../renderer/editor/session/session.ts';
import { documentEditorConfig } from '../../../../renderer/editor/text/nodes.ts';
import { TextHistory } from '../../../../renderer/undo/text-history.ts';
import { undo, useTimeline } from '../../../../renderer/undo/timeline.ts';
import { recordReplaced } from '../../../../renderer/versions/replaced-deed.ts';
import { $select, paragraph, state, text, update, wordsOf } from '../../editor/helpers.ts';

test('the editor shows a version its own window restored; the restore outlives the history it replaced, and is taken back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'armillary-versions-'));
  const engine = await openEngine({ file: join(folder, 'notebook.armillary'), mode: 'create', analyst: 'Ana' });
  const client = connect(engine.wire(), 'window');
  const { document } = await client.call('documents.create', { title: 'Report', state: state(paragraph(text('The heron pays'))) });
  const editor = createHeadlessEditor(documentEditorConfig());
  const history = new TextHistory(editor, document.id, () => undefined);
  const session = new DocumentSession(client, document, editor, history);
  editor.setEditorState(parseDocument(editor, document.state), { tag: adoptedTag });
  const stops = [history.register(), session.register()];
  const type = (at: number, words: string) =>
    update(editor, () => {
      $select(at);
      $getSelection()?.insertText(words);
    });

  const { version } = await client.call('versions.name', { documentId: document.id, name: 'As it came' });
  type(14, ' nothing');
  await session.flush();
  const { step } = await client.call('versions.restore', { versionId: version.id });
  const deed = recordReplaced(client, 'Restore a version', step, document.id);
  await session.reload();
  expect(wordsOf(editor)).toBe('The heron pays');
  expect(session.unsaved).toBe(false);
  expect(useTimeline.getState().done).toEqual([deed]);

  type(14, ' late');
  await session.flush();
  await undo();
  await session.flush();
  expect(await undo()).toBe(deed);
  await session.reload();
  expect(wordsOf(editor)).toBe('The heron pays nothing');

  for (const stop of stops) stop();
  await engine.close();
  rmSync(folder, { recursive: true });
});

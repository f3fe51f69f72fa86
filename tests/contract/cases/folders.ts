import assert from 'node:assert/strict';
import { assertWords, client, type FolderCase, fails, utf8 } from './helpers.ts';

/** What holds where the host can let the engine read a folder. A page's host cannot: there the page hands in the files. */
export const folderCases: readonly FolderCase[] = [
  {
    name: 'a folder that was chosen comes in, and what is there already is skipped',
    async run(notebook) {
      const engine = await client(notebook);
      const grant = notebook.grantFolder({ 'a.txt': 'The strait is closed.', 'b.txt': 'Пролив открыт.', '.hidden.txt': 'Not this.' });
      const report = await engine.call('imports.folder', { grant });
      assert.deepEqual(
        report.imported.map(({ title }) => title),
        ['The strait is closed.', 'Пролив открыт.'],
      );
      assert.deepEqual(report.failed, []);
      assert.equal(report.hidden, 1);
      const again = await engine.call('imports.folder', { grant });
      assert.deepEqual(
        again.skipped.map(({ documentId }) => documentId),
        report.imported.map(({ documentId }) => documentId),
      );
      assert.equal((await engine.call('documents.list', {})).length, 2);
    },
  },
  {
    name: 'an import that is paused stays under way until it may go on, and then all comes in',
    async run(notebook) {
      const engine = await client(notebook);
      // Enough to need the readers more often than they are asked ahead.
      const names = Array.from({ length: 400 }, (_, n) => `${n}.txt`);
      const report = (name: string) => `Report ${name}. ${'More. '.repeat(500)}`;
      const grant = notebook.grantFolder(Object.fromEntries(names.map((name) => [name, report(name)])));
      const run = 'reports';
      const importing = engine.call('imports.folder', { grant, run });
      await engine.call('imports.pause', { run, paused: true });
      assertWords(await fails(engine.call('imports.folder', { grant, run }), 'conflict'));
      // As many that came later are in before it.
      const later = names.map((name) => ({ name, bytes: utf8(report(`later ${name}`)) }));
      assert.equal((await engine.call('imports.files', { files: later })).imported.length, later.length);
      assert.ok((await engine.call('documents.list', {})).length < names.length + later.length);
      await engine.call('imports.pause', { run, paused: false });
      assert.equal((await importing).imported.length, names.length);
      assertWords(await fails(engine.call('imports.pause', { run, paused: true }), 'not-found'));
    },
  },
];

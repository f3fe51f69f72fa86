import assert from 'node:assert/strict';
import { assertWords, type ContractCase, client, fails, nobody, utf8 } from './helpers.ts';

const wires = {
  name: 'wires.csv',
  bytes: utf8(
    [
      'Headline,Body,When,Desk',
      'Tolls rise,The keepers raised the tolls.,05/03/2026,River',
      'Bread is dear,,06/03/2026,Market',
      ',,06/03/2026,Market',
      'Salt runs short,The pans dried out.,07/03/2026,Coast',
    ].join('\n'),
  ),
};

export const importsCases: readonly ContractCase[] = [
  {
    name: 'references come in, and go out as they came',
    async run(notebook) {
      const engine = await client(notebook);
      const bytes = utf8(
        'TY  - RPRT\nTI  - Пролив · The strait\nAU  - Osei, Ben\nPB  - Press\nDA  - 2024/05//\nER  - \n\nTY  - RPRT\nER  - \n',
      );
      const file = { name: 'library.ris', bytes };
      const preview = await engine.call('imports.bibliography', { file, preview: true });
      assert.deepEqual(
        preview.items.map(({ outcome }) => outcome),
        ['made', 'failed'],
      );
      assert.deepEqual(await engine.call('documents.list', {}), []);
      const { items, step } = await engine.call('imports.bibliography', { file });
      const made = await engine.call('exports.make', { format: 'csl-json', scope: { kind: 'notebook' } });
      const [item] = JSON.parse(made.content);
      assert.equal(item.title, 'Пролив · The strait');
      assert.deepEqual(item.author, [{ family: 'Osei', given: 'Ben' }]);
      assert.deepEqual(item.issued, { 'date-parts': [[2024, 5]] });
      assert.equal((await engine.call('documents.get', { documentId: items[0]?.documentId ?? '' })).words, 0);
      await engine.call('history.undo', { step: step ?? assert.fail('no step') });
      assert.deepEqual(await engine.call('documents.list', {}), []);
      assertWords(await fails(engine.call('imports.bibliography', { file: { name: 'a.txt', bytes: utf8('Dear reader') } }), 'unsupported'));
    },
  },
  {
    name: 'pasted text becomes a document, titled by its first line or as it was asked for',
    async run(notebook) {
      const engine = await client(notebook);
      const pasted = await engine.call('imports.text', { text: 'Пролив закрыт\n\nThe strait is closed.' });
      assert.equal(pasted.title, 'Пролив закрыт');
      const { text } = await engine.call('documents.text', { documentId: pasted.documentId });
      assert.match(text, /The strait is closed\.$/);
      const titled = await engine.call('imports.text', { text: 'The strait is open.', title: '海峡' });
      assert.equal(titled.title, '海峡');
      assert.equal((await engine.call('documents.get', { documentId: titled.documentId })).title, '海峡');
      assertWords(await fails(engine.call('documents.original', { documentId: pasted.documentId }), 'not-found'));
    },
  },
  {
    name: 'encodings to choose from each have a label and a name, Unicode first',
    async run(notebook) {
      const engine = await client(notebook);
      const encodings = await engine.call('imports.encodings', {});
      assert.equal(encodings[0]?.label, 'utf-8');
      const labels = encodings.map(({ label }) => label);
      assert.ok(labels.includes('windows-1251'));
      assert.equal(new Set(labels).size, labels.length);
      assert.ok(encodings.every(({ name }) => name !== ''));
    },
  },
  {
    name: 'a table is shown as it would be read, and nothing is changed',
    async run(notebook) {
      const engine = await client(notebook);
      const shown = await engine.call('imports.previewTable', { file: wires });
      assert.deepEqual(shown.names, ['Headline', 'Body', 'When', 'Desk']);
      assert.deepEqual(shown.reading.columns, { title: 'Headline', text: 'Body', date: 'When' });
      assert.equal(shown.reading.delimiter, ',');
      assert.equal(shown.reading.sheet, null);
      const { total, documents, known, blank, withoutText } = shown;
      assert.deepEqual({ total, documents, known, blank, withoutText }, { total: 4, documents: 3, known: 0, blank: 1, withoutText: 1 });
      assert.equal(shown.examples[0]?.title, 'Tolls rise');
      assert.deepEqual(await engine.call('documents.list', {}), []);
      const wrong = { file: wires, reading: { columns: { text: 'Bodie' } } };
      assertWords(await fails(engine.call('imports.previewTable', wrong), 'invalid'));
    },
  },
  {
    name: 'a table comes in by the columns that were chosen, a row a document',
    async run(notebook) {
      const engine = await client(notebook);
      const table = {
        columns: { title: 'Headline', text: 'Body', date: 'When', publisher: 'Desk' },
        slashDates: 'day-first' as const,
      };
      const report = await engine.call('imports.files', { files: [{ ...wires, table }] });
      assert.deepEqual(report.failed, []);
      assert.deepEqual(
        report.imported.map(({ title }) => title),
        ['Tolls rise', 'Bread is dear', 'Salt runs short'],
      );
      const documentId = report.imported[0]?.documentId ?? assert.fail('nothing came in');
      const { source } = await engine.call('documents.get', { documentId });
      assert.equal(source.published, '2026-03-05');
      assert.equal(source.publisher, 'River');
      assert.equal((await engine.call('documents.text', { documentId })).text, 'The keepers raised the tolls.');
      const again = await engine.call('imports.previewTable', { file: wires, reading: table });
      assert.equal(again.known, 3);
    },
  },
  {
    name: 'a folder that was not chosen is not-found, and so is an import that is not under way',
    async run(notebook) {
      const engine = await client(notebook);
      for (const grant of ['', '/etc', nobody]) assertWords(await fails(engine.call('imports.folder', { grant }), 'not-found'));
      for (const paused of [true, false]) {
        assertWords(await fails(engine.call('imports.pause', { run: 'none', paused }), 'not-found'));
      }
      assertWords(await fails(engine.call('imports.pause', { run: '', paused: true }), 'invalid'));
      assert.deepEqual(await engine.call('documents.list', {}), []);
    },
  },
];

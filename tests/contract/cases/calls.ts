import assert from 'node:assert/strict';
import type { Changed, Progress } from '../../../contract/index.ts';
import { assertWords, type ContractCase, client, fails, imported, nobody, raw, utf8 } from './helpers.ts';

/** What holds of every call, whatever it asks for. */
export const callsCases: readonly ContractCase[] = [
  {
    name: 'a call is answered with what its method promises',
    async run(notebook) {
      const engine = await client(notebook);
      const { document } = await engine.call('documents.create', { title: 'Пролив · 海峡 · Strait' });
      const [listed] = await engine.call('documents.list', {});
      assert.equal(listed?.id, document.id);
      assert.equal(listed?.title, 'Пролив · 海峡 · Strait');
      assert.equal(listed?.deletedAt, null);
      assert.equal((await engine.call('notebook.info', {})).counts.documents, 1);
    },
  },
  {
    name: 'calls of two clients do not mix, though both count from one',
    async run(notebook) {
      const [one, other] = [await client(notebook), await client(notebook)];
      const titles = await Promise.all(
        [one, other].map(async (engine, n) => (await engine.call('documents.create', { title: `Title ${n}` })).document.title),
      );
      assert.deepEqual(titles, ['Title 0', 'Title 1']);
    },
  },
  {
    name: 'parameters that are not the method’s are invalid, and change nothing',
    async run(notebook) {
      const engine = await client(notebook);
      assertWords(await fails(engine.call('documents.create', { title: '   ' }), 'invalid'));
      assertWords(await fails(engine.call('documents.get', { documentId: 'not an id' }), 'invalid'));
      assert.deepEqual(await engine.call('documents.list', {}), []);
    },
  },
  {
    name: 'parameters of another shape altogether are invalid',
    async run(notebook) {
      const wire = await notebook.wire();
      for (const params of [null, 'text', 7, [], { title: { nested: true } }]) {
        const answer = await raw(wire, 'documents.create', params);
        assert.equal(answer.type === 'error' && answer.error.kind, 'invalid');
      }
    },
  },
  {
    name: 'an unknown method is unsupported, one every object has too',
    async run(notebook) {
      const wire = await notebook.wire();
      for (const method of ['documents.burn', 'toString', '__proto__', '']) {
        const answer = await raw(wire, method, {});
        assert.equal(answer.type === 'error' && answer.error.kind, 'unsupported');
      }
    },
  },
  {
    name: 'what is not there is not-found, in words and without a stack',
    async run(notebook) {
      const engine = await client(notebook);
      assertWords(await fails(engine.call('documents.get', { documentId: nobody }), 'not-found'));
      const answer = await raw(await notebook.wire(), 'documents.get', { documentId: nobody });
      assert.ok(answer.type === 'error');
      assert.deepEqual(
        Object.keys(answer.error).filter((key) => !['kind', 'message', 'details'].includes(key)),
        [],
      );
    },
  },
  {
    name: 'bytes come back as they went in',
    async run(notebook) {
      const engine = await client(notebook);
      // A byte order mark, both kinds of line end, a character outside the basic plane, and enough to need more than one chunk.
      const bytes = utf8(`\uFEFFFirst line\r\nsecond line 𠮷\n${'The strait was closed again. '.repeat(20_000)}`);
      const documentId = await imported(engine, 'strait.txt', bytes);
      const original = await engine.call('documents.original', { documentId });
      assert.equal(original.name, 'strait.txt');
      assert.ok(original.bytes instanceof Uint8Array);
      assert.ok(Buffer.from(original.bytes).equals(bytes));
    },
  },
  {
    name: 'progress comes between a call and its answer, and only goes up',
    async run(notebook) {
      const engine = await client(notebook);
      const seen: Progress[] = [];
      let answered = false;
      const files = [1, 2, 3, 4, 5].map((n) => ({ name: `${n}.txt`, bytes: utf8(`Report number ${n}.`) }));
      await engine.call('imports.files', { files }, { onProgress: (progress) => seen.push(answered ? assert.fail('late') : progress) });
      answered = true;
      assert.ok(seen.length > 0);
      assert.ok(seen.every(({ total }) => total === files.length));
      assert.equal(seen[0]?.label, '1.txt');
      const done = seen.map((progress) => progress.done);
      assert.deepEqual(
        done,
        done.toSorted((a, b) => a - b),
      );
    },
  },
  {
    name: 'a cancelled import keeps what is in and names the rest',
    async run(notebook) {
      const engine = await client(notebook);
      const files = Array.from({ length: 400 }, (_, n) => ({
        name: `${n}.txt`,
        bytes: utf8(`Report number ${n}. ${'More. '.repeat(500)}`),
      }));
      const controller = new AbortController();
      const report = await engine.call('imports.files', { files }, { signal: controller.signal, onProgress: () => controller.abort() });
      assert.ok(report.cancelled.length > 0);
      assert.equal(report.imported.length + report.cancelled.length, files.length);
      assert.equal((await engine.call('documents.list', {})).length, report.imported.length);
    },
  },
  {
    name: 'a call cancelled before it began is cancelled',
    async run(notebook) {
      const engine = await client(notebook);
      await fails(engine.call('documents.create', { title: 'Never' }, { signal: AbortSignal.abort() }), 'cancelled');
      assert.deepEqual(await engine.call('documents.list', {}), []);
    },
  },
  {
    name: 'a change is told to every client, with who made it',
    async run(notebook) {
      const [maker, other] = [await client(notebook), await client(notebook)];
      // Answered, so that the other's pipe is up before anything changes.
      await other.call('notebook.info', {});
      const told = new Promise<Changed>((resolve) => {
        other.onChanged((changed) => {
          if (changed.client === maker.id) resolve(changed);
        });
      });
      const { document } = await maker.call('documents.create', { title: 'A change' });
      const changed = await told;
      assert.ok(changed.nouns.includes('documents'));
      assert.ok(changed.documents?.some(({ id, revision }) => id === document.id && revision === document.revision));
      assert.equal((await other.call('documents.get', { documentId: document.id })).title, 'A change');
    },
  },
  {
    name: 'a save on an older revision is a conflict, and the newer one stays',
    async run(notebook) {
      const [one, other] = [await client(notebook), await client(notebook)];
      const { document } = await one.call('documents.create', { title: 'Two editors' });
      const written = (text: string) => ({
        root: { type: 'root' as const, children: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text, format: 0 }] }] },
      });
      const save = { documentId: document.id, baseRevision: document.revision };
      const saved = await one.call('documents.save', { ...save, state: written('The first hand.') });
      assertWords(await fails(other.call('documents.save', { ...save, state: written('The second hand.') }), 'conflict'));
      const text = await other.call('documents.text', { documentId: document.id });
      assert.equal(text.text.trim(), 'The first hand.');
      assert.equal(text.revision, saved.revision);
    },
  },
  {
    name: 'what is left out of the parameters is as if it had been asked for by default',
    async run(notebook) {
      const engine = await client(notebook);
      await engine.call('documents.create', { title: 'Defaults' });
      const [absent, given] = [await engine.call('documents.list', {}), await engine.call('documents.list', { bin: false })];
      assert.deepEqual(absent, given);
      assert.deepEqual(await engine.call('passages.list', {}), []);
    },
  },
  {
    name: 'a step is taken back, and done again by the step in its answer',
    async run(notebook) {
      const engine = await client(notebook);
      const { step } = await engine.call('spheres.add', { name: 'Energy' });
      const names = async () => (await engine.call('spheres.list', {})).map((sphere) => sphere.name);
      const back = await engine.call('history.undo', { step });
      assert.ok(!(await names()).includes('Energy'));
      await engine.call('history.undo', { step: back.step });
      assert.ok((await names()).includes('Energy'));
    },
  },
];

import assert from 'node:assert/strict';
import {
  ArmillaryError,
  type Changed,
  connect,
  type EngineMessage,
  type ErrorKind,
  type Progress,
  type Wire,
} from '../../contract/index.ts';

/** A new, empty notebook behind a transport. */
export interface OpenNotebook {
  /** The pipe of one more window, terminal or test. */
  wire(): Promise<Wire>;
  close(): Promise<void>;
}

interface ContractCase {
  name: string;
  run(notebook: OpenNotebook): Promise<void>;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

let clients = 0;
async function client(notebook: OpenNotebook) {
  clients += 1;
  return connect(await notebook.wire(), `client ${clients}`);
}

async function failure(promise: Promise<unknown>): Promise<ArmillaryError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof ArmillaryError, `not a typed error: ${String(error)}`);
    return error;
  }
  return assert.fail('it did not fail');
}

async function fails(promise: Promise<unknown>, kind: ErrorKind): Promise<ArmillaryError> {
  const error = await failure(promise);
  assert.equal(error.kind, kind, error.message);
  return error;
}

/** What the analyst is told is a sentence, and no part of it, nor of the log's details, is a stack. */
function assertWords(error: ArmillaryError): void {
  assert.match(error.message, /^[\p{L}“].*[.?]$/u);
  for (const text of [error.message, error.details ?? '']) assert.doesNotMatch(text, /^\s*at .+:\d+/m);
}

const nobody = '01890000-0000-7000-8000-000000000000';

/** Sends what the typed client would not, and waits for the answer to it. */
async function raw(wire: Wire, method: string, params: unknown): Promise<EngineMessage> {
  return new Promise((resolve) => {
    const stop = wire.onMessage((message) => {
      if (message.type === 'changed' || message.client !== 'raw') return;
      stop();
      resolve(message);
    });
    wire.send({ type: 'call', id: 1, client: 'raw', method, params });
  });
}

/** What holds of the contract whatever carries it. Each case gets a new notebook. */
export const contractCases: readonly ContractCase[] = [
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
      const report = await engine.call('imports.files', { files: [{ name: 'strait.txt', bytes }] });
      const documentId = report.imported[0]?.documentId ?? assert.fail(JSON.stringify(report.failed));
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
  {
    name: 'a version is kept, compared and restored, and the restoring taken back',
    async run(notebook) {
      const engine = await client(notebook);
      const report = await engine.call('imports.files', { files: [{ name: 'strait.txt', bytes: utf8('The strait is closed.') }] });
      const documentId = report.imported[0]?.documentId ?? assert.fail(JSON.stringify(report.failed));
      const { version } = await engine.call('versions.name', { documentId, name: 'As it came' });
      const file = { name: 'strait-2.txt', bytes: utf8('The strait is open.') };
      const review = await engine.call('documents.previewUpdate', { documentId, file });
      assert.equal(review.text, 'The strait is open.');
      await engine.call('documents.applyUpdate', { documentId, baseRevision: review.revision, file, accept: [] });
      const { paragraphs } = await engine.call('versions.compare', { documentId, from: version.id, to: null });
      assert.deepEqual(
        paragraphs[0]?.parts.filter(({ kind }) => kind !== 'same'),
        [
          { kind: 'removed', text: 'closed' },
          { kind: 'added', text: 'open' },
        ],
      );
      const { step } = await engine.call('versions.restore', { versionId: version.id });
      const text = async () => (await engine.call('documents.text', { documentId })).text;
      assert.equal(await text(), 'The strait is closed.');
      await engine.call('history.undo', { step });
      assert.equal(await text(), 'The strait is open.');
      const { bytes } = await engine.call('versions.original', { versionId: version.id });
      assert.equal(new TextDecoder().decode(bytes), 'The strait is closed.');
      const removed = await engine.call('versions.remove', { versionId: version.id });
      assertWords(await fails(engine.call('versions.get', { versionId: version.id }), 'not-found'));
      await engine.call('history.undo', { step: removed.step });
      assert.equal((await engine.call('versions.get', { versionId: version.id })).name, 'As it came');
      assertWords(await fails(engine.call('versions.remove', { versionId: nobody }), 'not-found'));
      assertWords(await fails(engine.call('versions.get', { versionId: nobody }), 'not-found'));
      assertWords(await fails(engine.call('documents.applyUpdate', { documentId, baseRevision: 1, file, accept: [] }), 'conflict'));
    },
  },
  {
    name: 'a passage is graded and dated, found by it, and the grading taken back',
    async run(notebook) {
      const engine = await client(notebook);
      const report = await engine.call('imports.files', { files: [{ name: 'strait.txt', bytes: utf8('The strait is closed.') }] });
      const documentId = report.imported[0]?.documentId ?? assert.fail(JSON.stringify(report.failed));
      const stretch = { documentId, baseRevision: 1, start: 4, end: 10, sphereIds: [] };
      const { passage } = await engine.call('passages.tag', stretch);
      await engine.call('documents.updateAll', { documentIds: [documentId], source: { reliability: 'B', credibility: 3 } });
      const graded = await engine.call('passages.grade', { passageIds: [passage.id], credibility: 2, event: '2024-21' });
      assert.deepEqual(graded.passages[0]?.grade, { reliability: 'B', credibility: 2 });
      const filter = { reliabilities: ['B' as const], credibilities: [2 as const], event: { from: '2024-05', to: '2024-05' } };
      assert.equal((await engine.call('passages.list', filter)).length, 1);
      await engine.call('history.undo', { step: graded.step });
      assert.deepEqual((await engine.call('passages.get', { passageId: passage.id })).grade, { reliability: 'B', credibility: 3 });
      assertWords(await fails(engine.call('passages.grade', { passageIds: [passage.id], event: 'soon' }), 'invalid'));
      assertWords(await fails(engine.call('passages.grade', { passageIds: [nobody], credibility: 1 }), 'not-found'));
      assertWords(await fails(engine.call('documents.updateAll', { documentIds: [nobody], language: 'en' }), 'not-found'));
    },
  },
  {
    name: 'a document goes into a collection, is verified, and is ended from the bin',
    async run(notebook) {
      const engine = await client(notebook);
      const report = await engine.call('imports.files', { files: [{ name: 'strait.txt', bytes: utf8('The strait is closed.') }] });
      const documentId = report.imported[0]?.documentId ?? assert.fail(JSON.stringify(report.failed));
      const { collection, step } = await engine.call('collections.add', { name: 'Straits' });
      await engine.call('collections.put', { collectionId: collection.id, documentIds: [documentId] });
      const titles = (await engine.call('documents.list', { collectionId: collection.id })).map(({ id }) => id);
      assert.deepEqual(titles, [documentId]);
      assert.deepEqual(await engine.call('collections.contents', {}), [{ collectionId: collection.id, documentIds: [documentId] }]);
      assert.deepEqual(await engine.call('documents.verify', { documentId }), {
        intact: true,
        sha256: report.imported[0]?.sha256,
        size: 21,
      });
      assertWords(await fails(engine.call('documents.purge', { documentIds: [documentId] }), 'conflict'));
      await engine.call('documents.remove', { documentIds: [documentId] });
      assert.deepEqual(await engine.call('documents.purge', {}), { documents: 1 });
      assertWords(await fails(engine.call('documents.verify', { documentId }), 'not-found'));
      assertWords(await fails(engine.call('collections.rename', { collectionId: nobody, name: 'Seas' }), 'not-found'));
      await engine.call('history.undo', { step });
      assert.deepEqual(await engine.call('collections.list', {}), []);
    },
  },
  {
    name: 'near-duplicates are a group, and what differs is told',
    async run(notebook) {
      const engine = await client(notebook);
      const story = Array.from({ length: 60 }, (_, n) => `слово${n}`).join(' ');
      const files = [story, `${story} и ещё одно`, '海峡'.repeat(30)].map((text, n) => ({ name: `${n}.txt`, bytes: utf8(text) }));
      const { imported } = await engine.call('imports.files', { files });
      const [one, other, stranger] = imported.map(({ documentId }) => documentId);
      assert.ok(one !== undefined && other !== undefined && stranger !== undefined);
      const { groups } = await engine.call('similar.groups', {});
      assert.deepEqual(
        groups.map(({ documents }) => documents.map(({ id }) => id)),
        [[one, other]],
      );
      assert.deepEqual(
        (await engine.call('similar.copies', {})).groups.map((ids) => ids.toSorted()),
        [[one, other].toSorted()],
      );
      const { documents, pending } = await engine.call('similar.list', { documentId: one });
      assert.equal(pending, 0);
      assert.equal(documents[0]?.document.id, other);
      assert.equal(documents[0]?.similarity, groups[0]?.least);
      assert.deepEqual((await engine.call('similar.list', { documentId: stranger })).documents, []);
      const { paragraphs } = await engine.call('similar.compare', { fromId: one, toId: other });
      assert.equal(paragraphs[0]?.parts[1]?.text, ' и ещё одно');
      assertWords(await fails(engine.call('similar.list', { documentId: nobody }), 'not-found'));
      assertWords(await fails(engine.call('similar.compare', { fromId: one, toId: nobody }), 'not-found'));
    },
  },
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
];

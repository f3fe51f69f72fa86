import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newNotebook } from '../engine/notebook.ts';
import { bytesOf } from './fixtures.ts';

/** How long a reader may work on any file here. Milliseconds. */
const limit = vi.hoisted(() => ({ ms: 0 }));
/** Instead of ten seconds, where the test waits until it is over. */
const soonOver = 1_500;
/** So that a busy machine does not take for stuck what fails in another way. */
const neverOver = 60_000;

vi.mock(import('../../../main/engine/imports/threads/reader-errors.ts'), async (original) => ({
  ...(await original()),
  timeLimit: () => limit.ms,
}));

beforeEach(() => {
  limit.ms = soonOver;
});

/** Every thread is one that fails on files of certain names. */
vi.mock(import('node:worker_threads'), async (original) => {
  const real = await original();
  class HostileThread extends real.Worker {
    constructor(entry: string | URL, options?: ConstructorParameters<typeof real.Worker>[1]) {
      super(new URL('./hostile-thread.ts', import.meta.url), { ...options, argv: [entry] });
    }
  }
  return { ...real, Worker: HostileThread };
});

const faults = [
  ['never ends', 'loops.txt', soonOver, 'invalid', /took more than 2 seconds and was stopped/],
  ['throws where nobody catches it', 'throws.txt', neverOver, 'internal', /failed inside Armillary|went wrong inside Armillary/],
  ['ends its thread', 'exits.txt', neverOver, 'internal', /failed inside Armillary|went wrong inside Armillary/],
  ['takes memory without end', 'eats.txt', neverOver, 'unsupported', /more memory than Armillary allows/],
  ['unpacks without end', 'hoards.txt', neverOver, 'unsupported', /more memory than Armillary allows/],
] as const;

const good = (name: string) => ({ name, bytes: bytesOf(`A letter\n\nThe ferry ${name} ran twice a day.`) });

describe('a file whose reader', () => {
  test.each(faults)('%s fails alone', async (_what, name, ms, kind, words) => {
    limit.ms = ms;
    const { client } = newNotebook();
    const files = [good('one.txt'), good(name), good('two.txt')];
    const { imported, failed } = await client.call('imports.files', { files });
    expect(imported.map((line) => line.name)).toEqual(['one.txt', 'two.txt']);
    expect(failed).toEqual([{ name, error: expect.objectContaining({ kind, message: expect.stringMatching(words) }) }]);
    expect(await client.call('documents.list', {})).toHaveLength(2);
    expect((await client.call('notebook.check', {})).problems).toEqual([]);
  });

  test.each(faults)('%s changes no document that it might be the new text of', async (_what, name, ms, kind, words) => {
    limit.ms = ms;
    const { client } = newNotebook();
    const { imported } = await client.call('imports.files', { files: [good('one.txt')] });
    const documentId = imported[0]?.documentId ?? '';
    const before = await client.call('documents.get', { documentId });
    const refusal = { kind, message: expect.stringMatching(words) };
    await expect(client.call('documents.previewUpdate', { documentId, file: good(name) })).rejects.toMatchObject(refusal);
    const given = { documentId, file: good(name), baseRevision: before.revision, accept: [] };
    await expect(client.call('documents.applyUpdate', given)).rejects.toMatchObject(refusal);
    expect(await client.call('documents.get', { documentId })).toEqual(before);
    expect(await client.call('documents.previewUpdate', { documentId, file: good('two.txt') })).toMatchObject({ unchanged: false });
  });
});

test('a list of references that is stuck takes in nothing, beside other files', async () => {
  const { client } = newNotebook();
  const list = { name: 'loops.bib', bytes: bytesOf('@misc{ferry, title={The ferry}}') };
  const refusal = { kind: 'invalid', message: expect.stringMatching(/took more than 2 seconds/) };
  await expect(client.call('imports.bibliography', { file: list })).rejects.toMatchObject(refusal);
  const { imported, failed } = await client.call('imports.files', { files: [list, good('one.txt')] });
  expect(imported.map(({ name }) => name)).toEqual(['one.txt']);
  expect(failed).toEqual([{ name: 'loops.bib', error: expect.objectContaining(refusal) }]);
});

test('while a file is stuck, other calls are answered and the import can be cancelled', async () => {
  const { client } = newNotebook();
  const cancel = new AbortController();
  const files = [good('loops.txt')];
  const importing = client.call('imports.files', { files }, { signal: cancel.signal });
  expect(await client.call('documents.list', {})).toEqual([]);
  cancel.abort();
  expect((await importing).cancelled).toEqual(['loops.txt']);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArmillaryError, type EngineClient, type ImportReport, type Progress } from '../../../../contract/index.ts';
import { batchBytes, batchesOf, batchFiles } from '../../../../renderer/imports/batches.ts';
import { type FileToImport, importFiles } from '../../../../renderer/imports/import-files.ts';
import { reportWords } from '../../../../renderer/imports/report-words.ts';

const megabyte = 1024 * 1024;

describe('batches', () => {
  test.each([
    ['many small files', Array.from({ length: 250 }, () => 10), [100, 100, 50]],
    ['a few large ones', [10, 10, 5].map((size) => size * megabyte), [1, 2]],
    ['one larger than a batch', [1, 40, 1].map((size) => size * megabyte), [1, 1, 1]],
    ['none', [], []],
  ])('of %s', (_name, sizes, lengths) => {
    expect(batchesOf(sizes.map((size) => ({ size }))).map(({ length }) => length)).toEqual(lengths);
  });

  test('keep every file, in order, within bounds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20 * megabyte), { maxLength: 300 }), (sizes) => {
        const files = sizes.map((size) => ({ size }));
        const batches = batchesOf(files);
        expect(batches.flat()).toEqual(files);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(batchFiles);
          if (batch.length > 1) expect(batch.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(batchBytes);
        }
      }),
    );
  });
});

function file(name: string, size = 5): FileToImport {
  return { name, size, read: () => Promise.resolve(new Uint8Array([1, 2, 3])) };
}

type Answer = (names: string[], onProgress: (progress: Progress) => void) => ImportReport;

/** An engine that can import and nothing else. */
function engine(answer: Answer): EngineClient & { calls: string[][] } {
  const calls: string[][] = [];
  return {
    id: 'test',
    calls,
    async call(_method, params, options) {
      if (!('files' in params)) throw new Error('only imports are asked for here');
      const names = params.files.map(({ name }) => name);
      calls.push(names);
      // The compiler cannot see that the only method asked for is imports.files.
      return answer(names, options?.onProgress ?? (() => undefined)) as never;
    },
    onChanged: () => () => undefined,
    onClose: () => () => undefined,
  };
}

const allIn: Answer = (names) => ({
  imported: names.map((name) => ({ name, documentId: name, title: name, sha256: '', notices: [] })),
  skipped: [],
  failed: [],
  cancelled: [],
});
const quiet = { signal: new AbortController().signal, onProgress: () => undefined, whileRunning: () => Promise.resolve() };

describe('an import', () => {
  test('has one progress over all its batches', async () => {
    const seen: Progress[] = [];
    const stepping: Answer = (names, onProgress) => {
      onProgress({ done: 1, total: names.length, label: names[0] ?? '' });
      return allIn(names, onProgress);
    };
    const files = Array.from({ length: 150 }, (_, index) => file(`${index}.txt`));
    await importFiles(engine(stepping), files, { ...quiet, onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ done, total }) => [done, total])).toEqual([
      [1, 150],
      [100, 150],
      [101, 150],
      [150, 150],
    ]);
  });

  test('goes on past a file that cannot be read', async () => {
    const unreadable = { ...file('moved.txt'), read: () => Promise.reject(new Error('NotFoundError')) };
    const report = await importFiles(engine(allIn), [file('a.txt'), unreadable, file('b.txt')], quiet);
    expect(report.imported.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
    expect(report.failed.map(({ name, error }) => [name, error.kind])).toEqual([['moved.txt', 'storage']]);
  });

  test('asks the engine nothing where no file can be read', async () => {
    const asked = engine(allIn);
    await importFiles(asked, [{ ...file('moved.txt'), read: () => Promise.reject(new Error('NotFoundError')) }], quiet);
    expect(asked.calls).toEqual([]);
  });

  test('tells every file of a batch that was refused why', async () => {
    const refusing = engine(() => {
      throw new ArmillaryError('busy', 'Another program is writing to the notebook.');
    });
    const report = await importFiles(refusing, [file('a.txt'), file('b.txt')], quiet);
    expect(report.failed.map(({ name, error }) => [name, error.message])).toEqual([
      ['a.txt', 'Another program is writing to the notebook.'],
      ['b.txt', 'Another program is writing to the notebook.'],
    ]);
  });

  test('that is cancelled keeps what is in and names the rest', async () => {
    const stopping = new AbortController();
    const cancelling: Answer = (names) => {
      stopping.abort();
      return { ...allIn(names.slice(0, 1), () => undefined), cancelled: names.slice(1) };
    };
    const files = Array.from({ length: 101 }, (_, index) => file(`${index}.txt`));
    const report = await importFiles(engine(cancelling), files, { ...quiet, signal: stopping.signal });
    expect(report.imported).toHaveLength(1);
    expect(report.cancelled).toHaveLength(100);
  });
});

const one = { name: 'a.txt', documentId: 'd', title: 'A', sha256: '', notices: [] };

test.each([
  ['3 imported.', { imported: [one, one, one] }],
  [
    '1 imported, 1 already there, 1 not imported, 2 cancelled.',
    {
      imported: [one],
      skipped: [{ name: 'b.txt', reason: '', documentId: 'd' }],
      failed: [{ name: 'c.pdf', error: { kind: 'unsupported' as const, message: '' } }],
      cancelled: ['d.txt', 'e.txt'],
    },
  ],
  ['No files were found.', {}],
])('the report says %j', (words, part) => {
  expect(reportWords({ imported: [], skipped: [], failed: [], cancelled: [], ...part }, 'en')).toBe(words);
});

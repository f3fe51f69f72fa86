import { beforeEach, expect, test } from 'vitest';
import type { EngineClient, ImportReport, TablePreview } from '../../../../contract/index.ts';
import type { FileToImport } from '../../../../renderer/imports/import-files.ts';
import { type TableAnswer, useQuestion } from '../../../../renderer/imports/questions/question.ts';
import { importLists, isListToShow } from '../../../../renderer/imports/questions/references.ts';
import { withTableReadings } from '../../../../renderer/imports/questions/tables.ts';
import { useWorkspace } from '../../../../renderer/workspace/workspace.ts';

beforeEach(() => {
  useQuestion.setState({ question: null });
  useWorkspace.getState().reset();
});

const work = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  whileRunning: () => Promise.resolve(),
  onPause: () => undefined,
  hold: () => undefined,
};

function file(name: string, fromFolder = false): FileToImport {
  return { name, size: 1, read: () => Promise.resolve(new Uint8Array([1])), fromFolder };
}

function previewOf(names: string[]): TablePreview {
  const reading = { columns: {}, leftOut: [], hasNames: true, sheet: null, delimiter: ',', encoding: 'utf-8', slashDates: null };
  const counts = { total: 1, documents: 1, known: 0, blank: 0, withoutText: 0, undated: 0 };
  return { names, rows: [], reading, sheets: [], ...counts, examples: [], notices: [] };
}

/** An engine that knows the columns of some tables, what some lists of references would do, and imports everything. */
function engine(columns: Record<string, string[]> = {}) {
  const imported: unknown[] = [];
  let lose: (reason: string) => void = () => undefined;
  const client: EngineClient = {
    id: 'test',
    async call(method, params) {
      // The compiler cannot see which method's answer is given.
      if (method === 'imports.files') {
        imported.push(params);
        return { imported: [], skipped: [], failed: [], cancelled: [], steps: [imported.length] } as never;
      }
      const name = 'file' in params ? params.file.name : '';
      if (method === 'imports.bibliography' && name !== 'broken.json') return { items: [], step: null } as never;
      const names = columns[name];
      if (names === undefined) throw new Error(`${name} cannot be read`);
      return previewOf(names) as never;
    },
    onChanged: () => () => undefined,
    onClose(listener) {
      lose = listener;
      return () => undefined;
    },
  };
  return { client, imported, lose: (reason: string) => lose(reason) };
}

/** Answers the questions about tables as they come; gives the names of the tables asked about. */
function answering(...answers: TableAnswer[]): string[] {
  const asked: string[] = [];
  const stop = useQuestion.subscribe(({ question }) => {
    if (question?.kind !== 'table') return;
    asked.push(`${question.file.name}, ${question.others} more`);
    const next = answers.shift();
    if (next === undefined) stop();
    else queueMicrotask(() => question.answer(next));
  });
  return asked;
}

const yes = (columns: Record<string, string>, forAlike = true): TableAnswer => ({ reading: { columns, sheet: 'May' }, forAlike });

test('tables with the same columns are read alike, each with its own sheet; others are asked about', async () => {
  const { client } = engine({ 'a.csv': ['Headline', 'Body'], 'b.csv': ['Headline', 'Body'], 'c.xlsx': ['Story'] });
  const asked = answering(yes({ text: 'Body' }), yes({ text: 'Story' }));
  const files = [file('a.csv'), file('letter.txt'), file('b.csv'), file('c.xlsx')];
  const ready = await withTableReadings(client, files, work);
  expect(asked).toEqual(['a.csv, 2 more', 'c.xlsx, 0 more']);
  expect(ready?.files.map(({ name, table }) => [name, table])).toEqual([
    ['a.csv', { columns: { text: 'Body' }, sheet: 'May' }],
    ['letter.txt', undefined],
    ['b.csv', { columns: { text: 'Body' } }],
    ['c.xlsx', { columns: { text: 'Story' }, sheet: 'May' }],
  ]);
  expect(useWorkspace.getState().overlay).toBeNull();
});

test('each table is asked about where one wants that, and may stay out alone', async () => {
  const { client } = engine({ 'a.csv': ['Body'], 'b.csv': ['Body'] });
  const asked = answering(yes({ text: 'Body' }, false), 'skip');
  const ready = await withTableReadings(client, [file('a.csv'), file('b.csv')], work);
  expect(asked).toHaveLength(2);
  expect(ready).toMatchObject({ files: [{ name: 'a.csv' }], leftOut: ['b.csv'] });
});

test('one that cannot be looked at, or came with its folder, is not asked about', async () => {
  const { client } = engine({ 'in/a.csv': ['Body'] });
  const asked = answering();
  const ready = await withTableReadings(client, [file('damaged.csv'), file('in/a.csv', true)], work);
  expect(asked).toEqual([]);
  expect(ready?.files).toHaveLength(2);
});

test('cancelling gives the import up, and so does a notebook that is gone', async () => {
  const { client } = engine({ 'a.csv': ['Body'] });
  answering('cancel');
  expect(await withTableReadings(client, [file('a.csv')], work)).toBeNull();

  const lost = engine({ 'a.csv': ['Body'] });
  const waiting = withTableReadings(lost.client, [file('a.csv')], work);
  await expect.poll(() => useQuestion.getState().question).not.toBeNull();
  lost.lose('The notebook was closed.');
  expect(await waiting).toBeNull();
  expect(useQuestion.getState().question).toBeNull();
});

test('a question comes back when what was shown over it is closed', async () => {
  const { client } = engine({ 'a.csv': ['Body'] });
  const waiting = withTableReadings(client, [file('a.csv')], work);
  await expect.poll(() => useWorkspace.getState().overlay).toBe('import-question');
  useWorkspace.getState().setOverlay('search');
  expect(useWorkspace.getState().overlay).toBe('search');
  useWorkspace.getState().setOverlay(null);
  expect(useWorkspace.getState().overlay).toBe('import-question');
  const { question } = useQuestion.getState();
  if (question?.kind === 'table') question.answer('cancel');
  await waiting;
  expect(useWorkspace.getState().overlay).toBeNull();
});

test('lists of references are taken in when one agrees; one that cannot be looked at fails with its reason', async () => {
  const { client, imported } = engine();
  const answers: ('import' | 'cancel')[] = ['import', 'cancel'];
  useQuestion.subscribe(({ question }) => {
    const answer = question?.kind === 'references' ? answers.shift() : undefined;
    if (question?.kind === 'references' && answer !== undefined) queueMicrotask(() => question.answer(answer));
  });
  const report: ImportReport = { imported: [], skipped: [], failed: [], cancelled: [] };
  await importLists(client, [file('a.bib'), file('b.ris'), file('broken.json')], report, work);
  expect(imported).toMatchObject([{ files: [{ name: 'a.bib' }] }, { files: [{ name: 'broken.json' }] }]);
  expect(report).toMatchObject({ cancelled: ['b.ris'], steps: [1, 2] });
});

test.each([
  ['library.bib', false, true],
  ['in/library.bib', true, false],
  ['letter.txt', false, false],
])('%s is shown before it comes in: %j', (name, fromFolder, shown) => {
  expect(isListToShow(file(name, fromFolder))).toBe(shown);
});

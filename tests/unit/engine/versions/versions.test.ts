import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EngineClient } from '../../../../contract/index.ts';
import { paragraph, stateOf } from '../../anchoring/states.ts';
import { addDocument, dump, newNotebook, sphereNamed, tag } from '../notebook.ts';

const minute = 60_000;
const monday = Date.parse('2026-03-02T09:00:00.000Z');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: monday });
  return () => vi.useRealTimers();
});

/** Writes a paragraph for each line in place of what a document says, marks and all. */
async function write(client: EngineClient, documentId: string, ...lines: string[]): Promise<void> {
  const { revision } = await client.call('documents.text', { documentId });
  await client.call('documents.save', { documentId, baseRevision: revision, state: stateOf(...lines.map((line) => paragraph(line))) });
}

async function textOf(client: EngineClient, documentId: string): Promise<string> {
  return (await client.call('documents.text', { documentId })).text;
}

/** The texts of a document's versions, oldest first. */
async function textsOf(client: EngineClient, documentId: string): Promise<string[]> {
  const versions = await client.call('versions.list', { documentId });
  const texts: string[] = [];
  for (const { id } of versions.toReversed()) texts.push((await client.call('versions.get', { versionId: id })).text);
  return texts;
}

describe('automatic versions', () => {
  test('keep what a save writes over, not every minute, and the last words of a sitting for good', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['As it came']);
    for (const at of [0.5, 1, 3, 5.4, 5.6, 8]) {
      vi.setSystemTime(monday + at * minute);
      await write(client, documentId, `After ${at} minutes`);
    }
    expect(await textsOf(client, documentId)).toEqual(['As it came', 'After 3 minutes', 'After 5.6 minutes']);
    vi.setSystemTime(monday + 7 * 24 * 60 * minute);
    await write(client, documentId, 'A week later');
    const versions = await client.call('versions.list', { documentId });
    expect(versions.map(({ kind, madeAt, words, revision }) => ({ kind, madeAt, words, revision }))).toEqual([
      { kind: 'automatic', madeAt: '2026-03-02T09:08:00.000Z', words: 3, revision: 7 },
      { kind: 'automatic', madeAt: '2026-03-02T09:00:00.000Z', words: 3, revision: 1 },
    ]);
  });

  test('are not made of an empty document, nor by a save that changes nothing', async () => {
    const { client } = newNotebook();
    const { document } = await client.call('documents.create', { title: 'New' });
    await write(client, document.id, 'First words');
    vi.setSystemTime(monday + 60 * minute);
    await write(client, document.id, 'First words');
    expect(await textsOf(client, document.id)).toEqual([]);
  });

  test('are thinned with time; named ones are not', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['As it came']);
    for (let at = 6; at <= 600; at += 6) {
      vi.setSystemTime(monday + at * minute);
      await write(client, documentId, `After ${at} minutes`);
      if (at === 120) await client.call('versions.name', { documentId, name: 'For the meeting' });
    }
    const versions = await client.call('versions.list', { documentId });
    expect(versions.length).toBeLessThan(25);
    expect(versions.at(-1)).toMatchObject({ madeAt: '2026-03-02T09:00:00.000Z' });
    expect(versions.filter(({ kind }) => kind === 'named')).toMatchObject([{ name: 'For the meeting', words: 3 }]);
  });

  test('take no more than their limit: the oldest go, the named stay', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['As it came']);
    await client.call('versions.name', { documentId, name: 'Draft' });
    for (let at = 6; at <= 60; at += 6) {
      vi.setSystemTime(monday + at * minute);
      await write(client, documentId, `After ${at} minutes`);
    }
    const before = await client.call('versions.space', {});
    expect(before).toMatchObject({ limit: 200_000_000 });
    const limit = Math.round(before.automatic / 2);
    const after = await client.call('versions.setLimit', { limit });
    expect(after.automatic).toBeLessThanOrEqual(limit);
    expect(after).toMatchObject({ limit, kept: before.kept });
    const versions = await client.call('versions.list', { documentId });
    expect(versions[0]).toMatchObject({ madeAt: '2026-03-02T09:54:00.000Z' });
    expect(versions.at(-1)).toMatchObject({ kind: 'named', name: 'Draft' });
    vi.setSystemTime(monday + 70 * minute);
    await write(client, documentId, 'After 70 minutes');
    expect((await client.call('versions.space', {})).automatic).toBeLessThanOrEqual(limit);
  });
});

describe('a version', () => {
  test('has the passages that stood in it, and says which are gone', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['Wheat is dear.', 'Rye is cheap.']);
    const wheat = await tag(client, documentId, 'Wheat');
    const rye = await tag(client, documentId, 'Rye');
    const { version } = await client.call('versions.name', { documentId, name: ' Draft ' });
    expect(version).toMatchObject({ kind: 'named', name: 'Draft', passages: 2, analyst: 'Ada', original: null });
    await client.call('passages.remove', { passageIds: [rye.id] });
    const read = await client.call('versions.get', { versionId: version.id });
    expect(read.text).toBe('Wheat is dear.\nRye is cheap.');
    expect(read.stood).toMatchObject([
      { id: wheat.id, quote: 'Wheat', segments: [{ start: 0, end: 5 }], known: true },
      { id: rye.id, quote: 'Rye', known: false },
    ]);
  });

  test('gets another name; an automatic one is named then, and stays', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['As it came']);
    await write(client, documentId, 'Written over');
    const [first] = await client.call('versions.list', { documentId });
    const { version, step } = await client.call('versions.rename', { versionId: first?.id ?? '', name: 'As received' });
    expect(version).toMatchObject({ kind: 'named', name: 'As received' });
    await client.call('history.undo', { step });
    expect(await client.call('versions.list', { documentId })).toMatchObject([{ kind: 'automatic', name: '' }]);
  });

  test('named by mistake goes with an undo, and comes back', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['As it came']);
    const { step, version } = await client.call('versions.name', { documentId, name: 'Final' });
    const redo = await client.call('history.undo', { step });
    expect(await client.call('versions.list', { documentId })).toEqual([]);
    await expect(client.call('versions.get', { versionId: version.id })).rejects.toMatchObject({ kind: 'not-found' });
    await client.call('history.undo', redo);
    expect(await client.call('versions.list', { documentId })).toEqual([version]);
  });

  test('is deleted with the room it took, and comes back whole', async () => {
    const { file, client } = newNotebook();
    const documentId = await addDocument(client, ['As it came']);
    await tag(client, documentId, 'As it', []);
    const { version } = await client.call('versions.name', { documentId, name: 'Before the vote' });
    await write(client, documentId, 'Rewritten');
    const whole = await client.call('versions.get', { versionId: version.id });
    const space = await client.call('versions.space', {});
    const before = dump(file);
    const { step } = await client.call('versions.remove', { versionId: version.id });
    expect(dump(file)).toEqual(before);
    const names = async () => (await client.call('versions.list', { documentId })).map(({ name }) => name);
    expect(await names()).toEqual(['']);
    expect(await client.call('versions.space', {})).toEqual({ ...space, kept: space.kept - version.size });
    const again = await client.call('history.undo', { step });
    expect(await client.call('versions.get', { versionId: version.id })).toEqual(whole);
    await client.call('history.undo', { step: again.step });
    expect(await names()).toEqual(['']);
  });

  test('kept before a restore takes the way back along when it is deleted', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['As it came']);
    const { version } = await client.call('versions.name', { documentId, name: 'First' });
    await write(client, documentId, 'Rewritten');
    const { step, keptAs } = await client.call('versions.restore', { versionId: version.id });
    await client.call('versions.remove', { versionId: keptAs });
    await expect(client.call('history.undo', { step })).rejects.toMatchObject({ kind: 'not-found' });
    expect(await textOf(client, documentId)).toBe('As it came');
  });

  test('stays when the tagging that a save made with it is undone', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['Wheat is dear.']);
    const { step } = await client.call('passages.tag', { documentId, baseRevision: 1, start: 0, end: 5, sphereIds: [] });
    expect(await textsOf(client, documentId)).toEqual(['Wheat is dear.']);
    await client.call('history.undo', { step });
    expect(await textsOf(client, documentId)).toEqual(['Wheat is dear.']);
  });

  test('goes and comes back with a new document that is undone', async () => {
    const { client } = newNotebook();
    const state = stateOf(paragraph('Wheat is dear.'));
    const { document, step } = await client.call('documents.create', { title: 'Prices', state });
    await write(client, document.id, 'Rye is cheap.');
    const redo = await client.call('history.undo', { step });
    expect(await client.call('documents.list', {})).toEqual([]);
    await client.call('history.undo', redo);
    expect(await textsOf(client, document.id)).toEqual(['Wheat is dear.']);
    expect(await textOf(client, document.id)).toBe('Rye is cheap.');
  });

  test('is compared with another or with the present, not with another document’s', async () => {
    const { client } = newNotebook();
    const documentId = await addDocument(client, ['Wheat is dear.', 'Rye is cheap.']);
    const { version } = await client.call('versions.name', { documentId, name: 'Draft' });
    await write(client, documentId, 'Wheat is cheap.', 'Rye is cheap.');
    const { paragraphs } = await client.call('versions.compare', { documentId, from: version.id, to: null });
    expect(paragraphs).toEqual([
      {
        parts: [
          { kind: 'same', text: 'Wheat is ' },
          { kind: 'removed', text: 'dear' },
          { kind: 'added', text: 'cheap' },
          { kind: 'same', text: '.' },
        ],
        end: 'same',
      },
      { parts: [{ kind: 'same', text: 'Rye is cheap.' }], end: null },
    ]);
    const other = await addDocument(client, ['Songs']);
    const foreign = client.call('versions.compare', { documentId: other, from: version.id, to: null });
    await expect(foreign).rejects.toMatchObject({ kind: 'invalid' });
  });
});

describe('restoring a version', () => {
  /** Two passages at the time of the version; then one loses its words, and one is made. */
  async function seeded() {
    const notebook = newNotebook();
    const { client } = notebook;
    const economic = await sphereNamed(client, 'economic');
    const documentId = await addDocument(client, [
      'Wheat is dear.',
      'Rye is cheap.',
      'Maize is scarce, because the harvest failed along the whole southern river.',
    ]);
    const wheat = await tag(client, documentId, 'Wheat is dear', [economic.id], 'Why?');
    const { version } = await client.call('versions.name', { documentId, name: 'Draft' });
    const maize = await tag(client, documentId, 'Maize is scarce, because the harvest failed', [economic.id]);
    const { state, revision } = await client.call('documents.get', { documentId });
    const edited = stateOf(...state.root.children.slice(1), paragraph('Oats are gone.'));
    await client.call('documents.save', { documentId, baseRevision: revision, state: edited });
    const oats = await tag(client, documentId, 'Oats are gone', [economic.id]);
    return { ...notebook, documentId, version, wheat, maize, oats };
  }

  const statesOf = async (client: EngineClient, documentId: string) =>
    Object.fromEntries((await client.call('passages.list', { documentId })).map(({ quote, state }) => [quote, state]));

  test('brings its text and passages back; those made since stand where their words are, or are detached', async () => {
    const { client, documentId, version } = await seeded();
    expect(await statesOf(client, documentId)).toEqual({
      'Wheat is dear': 'detached',
      'Maize is scarce, because the harvest failed': 'anchored',
      'Oats are gone': 'anchored',
    });
    const restored = await client.call('versions.restore', { versionId: version.id });
    expect(restored).toMatchObject({ anchored: 2, detached: 1 });
    expect(await textOf(client, documentId)).toBe(
      'Wheat is dear.\nRye is cheap.\nMaize is scarce, because the harvest failed along the whole southern river.',
    );
    expect(await statesOf(client, documentId)).toEqual({
      'Wheat is dear': 'anchored',
      'Maize is scarce, because the harvest failed': 'anchored',
      'Oats are gone': 'detached',
    });
    expect((await client.call('versions.get', { versionId: restored.keptAs })).text).toContain('Oats are gone.');
    expect(await client.call('versions.list', { documentId })).toContainEqual(
      expect.objectContaining({ id: restored.keptAs, kind: 'before-restore', passages: 2 }),
    );
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
  });

  test('is undone and done again, to and fro, and loses nothing', async () => {
    const { client, documentId, version, file } = await seeded();
    const before = await client.call('passages.list', { documentId });
    const { step, keptAs } = await client.call('versions.restore', { versionId: version.id });
    const after = await client.call('passages.list', { documentId });
    let next = step;
    for (const expected of [before, after, before, after, before]) {
      next = (await client.call('history.undo', { step: next })).step;
      const places = (all: typeof before) => all.map(({ id, quote, segments, state }) => ({ id, quote, segments, state })).sort(byId);
      expect(places(await client.call('passages.list', { documentId }))).toEqual(places(expected));
    }
    expect(await textOf(client, documentId)).toBe(
      'Rye is cheap.\nMaize is scarce, because the harvest failed along the whole southern river.\nOats are gone.',
    );
    const kept = (await client.call('versions.list', { documentId })).filter(({ kind }) => kind === 'before-restore');
    expect(kept.map(({ id }) => id)).toContain(keptAs);
    expect(kept.length).toBeLessThanOrEqual(2);
    expect(dump(file).notes).toHaveLength(1);
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
  });

  test('is not undone over a later edit', async () => {
    const { client, documentId, version, file } = await seeded();
    const { step } = await client.call('versions.restore', { versionId: version.id });
    await write(client, documentId, 'Something else altogether');
    const before = dump(file);
    await expect(client.call('history.undo', { step })).rejects.toMatchObject({ kind: 'conflict' });
    expect(dump(file)).toEqual(before);
  });

  test('tells the windows, and brings no removed passage back', async () => {
    const { client, another, documentId, version, wheat } = await seeded();
    await client.call('passages.remove', { passageIds: [wheat.id] });
    const heard: unknown[] = [];
    another.onChanged((changed) => heard.push(changed));
    const { revision } = await client.call('versions.restore', { versionId: version.id });
    expect(heard).toMatchObject([{ documents: [{ id: documentId, revision }], client: 'one' }]);
    expect(await statesOf(client, documentId)).toEqual({
      'Maize is scarce, because the harvest failed': 'anchored',
      'Oats are gone': 'detached',
    });
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
  });
});

function byId(one: { id: string }, other: { id: string }): number {
  return one.id.localeCompare(other.id);
}

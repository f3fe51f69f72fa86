import { describe, expect, test } from 'vitest';
import type { EngineClient, ReviewedPassage } from '../../../contract/index.ts';
import { dump, newNotebook, sphereNamed, tag } from './notebook.ts';

const paragraphs = [
  'The strait carries a third of the wheat that the two coasts buy from each other in a year.',
  'In March the harbour masters raised the fee for grain ships by eleven per cent without a word to the shippers.',
  'Insurers answered within the week, and the smaller lines began to unload at the river port instead.',
  'A festival of sea songs, held every June since the war, was moved inland for the first time.',
  'Nobody on either shore expects the old fee to come back before the elections.',
];

const file = (lines: readonly string[], name = 'strait.txt') => ({ name, bytes: new TextEncoder().encode(lines.join('\n\n')) });

/** An imported document with four passages, one of them detached. */
async function seeded() {
  const notebook = newNotebook();
  const { client } = notebook;
  const economic = await sphereNamed(client, 'economic');
  const first = file([...paragraphs, 'A late remark that somebody took out again.']);
  const documentId = (await client.call('imports.files', { files: [first] })).imported[0]?.documentId ?? '';
  const kept = await tag(client, documentId, 'a third of the wheat', [economic.id], 'Check this.');
  const changed = await tag(client, documentId, 'raised the fee for grain ships by eleven per cent without a word to the shippers', [
    economic.id,
  ]);
  const moved = await tag(client, documentId, 'A festival of sea songs, held every June since the war', []);
  const lost = await tag(client, documentId, 'Insurers answered within the week, and the smaller lines began to unload', []);
  const remark = await tag(client, documentId, 'A late remark that somebody took out', []);
  const { state, revision } = await client.call('documents.get', { documentId });
  const cut = { root: { ...state.root, children: state.root.children.slice(0, -1) } };
  await client.call('documents.save', { documentId, baseRevision: revision, state: cut });
  return { ...notebook, first, documentId, kept, changed, moved, lost, remark };
}

const [one = '', two = '', , four = '', five = ''] = paragraphs;
/** One paragraph reworded, one gone, one moved to the front. */
const second = file([four, one, two.replace('eleven', 'twelve').replace('without a word', 'without any word'), five], 'strait-2.txt');

const review = (client: EngineClient, documentId: string, next = second) =>
  client.call('documents.previewUpdate', { documentId, file: next });

function outcomeOf(passages: readonly ReviewedPassage[], { id }: { id: string }): ReviewedPassage {
  const found = passages.find(({ passageId }) => passageId === id);
  if (found === undefined) throw new Error(`${id} was not reviewed`);
  return found;
}

/** All that was found is accepted. */
const found = (passages: readonly ReviewedPassage[]) =>
  passages.map(({ passageId, after }) => ({ passageId, segments: after?.segments ?? [] }));

describe('the review of a new text', () => {
  test('says of each passage whether it is kept, moved, changed or lost, and changes nothing', async () => {
    const seed = await seeded();
    const { client, documentId } = seed;
    const before = dump(seed.file);
    const { passages, text, revision, unchanged, words } = await review(client, documentId);
    expect(dump(seed.file)).toEqual(before);
    expect({ revision, unchanged }).toEqual({ revision: 7, unchanged: false });
    expect(words).toBeGreaterThan(50);
    expect(passages).toHaveLength(5);
    expect(outcomeOf(passages, seed.kept)).toMatchObject({ outcome: 'kept', before: { quote: 'a third of the wheat' } });
    expect(outcomeOf(passages, seed.moved)).toMatchObject({ outcome: 'moved', after: { segments: [{ start: 0, end: 54 }] } });
    expect(outcomeOf(passages, seed.changed)).toMatchObject({ outcome: 'changed', after: { quote: expect.stringContaining('twelve') } });
    expect(outcomeOf(passages, seed.lost)).toMatchObject({ outcome: 'lost', after: null });
    expect(outcomeOf(passages, seed.remark)).toMatchObject({ outcome: 'lost', before: { segments: [] }, after: null });
    for (const { after, score, margin } of passages) {
      for (const { start, end } of after?.segments ?? []) expect(after?.quote).toBe(text.slice(start, end));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(margin).toBeLessThanOrEqual(score);
    }
  });

  test('of the same text keeps all', async () => {
    const { client, documentId } = await seeded();
    const { passages, unchanged } = await review(client, documentId, file(paragraphs));
    expect(unchanged).toBe(true);
    expect(passages.map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'kept', 'kept', 'lost']);
  });

  test('finds a detached passage whose words are back between the same neighbours', async () => {
    const { client, documentId, first, remark } = await seeded();
    const { passages } = await review(client, documentId, first);
    expect(outcomeOf(passages, remark)).toMatchObject({ outcome: 'kept', score: 1, after: { quote: remark.quote } });
  });

  test('says why a file cannot be read', async () => {
    const { client, documentId } = await seeded();
    const photo = client.call('documents.previewUpdate', { documentId, file: { name: 'photo.jpg', bytes: new Uint8Array([1]) } });
    await expect(photo).rejects.toMatchObject({ kind: 'unsupported' });
  });
});

describe('a new text', () => {
  test('takes the place of the old one with the passages accepted; the others are detached, none is gone', async () => {
    const seed = await seeded();
    const { client, documentId } = seed;
    const { passages, text, revision } = await review(client, documentId);
    const applied = await client.call('documents.applyUpdate', {
      documentId,
      baseRevision: revision,
      file: second,
      accept: found(passages),
    });
    expect(applied).toMatchObject({ revision: revision + 1, anchored: 3, detached: 2 });
    expect((await client.call('documents.text', { documentId })).text).toBe(text);
    expect(await client.call('passages.get', { passageId: seed.kept.id })).toMatchObject({
      quote: 'a third of the wheat',
      note: 'Check this.',
      state: 'anchored',
    });
    expect(await client.call('passages.get', { passageId: seed.changed.id })).toMatchObject({
      quote: outcomeOf(passages, seed.changed).after?.quote,
      taggings: [{ analyst: 'Ada' }],
    });
    expect(await client.call('passages.get', { passageId: seed.lost.id })).toMatchObject({ quote: seed.lost.quote, state: 'detached' });
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
  });

  test('keeps the old one as a version, with its file', async () => {
    const { client, documentId, first } = await seeded();
    const { revision } = await review(client, documentId);
    const { keptAs } = await client.call('documents.applyUpdate', { documentId, baseRevision: revision, file: second, accept: [] });
    const version = await client.call('versions.get', { versionId: keptAs });
    expect(version).toMatchObject({ kind: 'before-update', text: paragraphs.join('\n'), passages: 4, original: { name: 'strait.txt' } });
    expect(version.stood.every(({ known }) => known)).toBe(true);
    expect(Buffer.from((await client.call('versions.original', { versionId: keptAs })).bytes)).toEqual(Buffer.from(first.bytes));
    expect(Buffer.from((await client.call('documents.original', { documentId })).bytes)).toEqual(Buffer.from(second.bytes));
    expect(await client.call('documents.get', { documentId })).toMatchObject({
      title: expect.any(String),
      original: { name: 'strait-2.txt' },
    });
    const again = await client.call('imports.files', { files: [first, second] });
    expect(again.skipped.map((skipped) => skipped.documentId)).toEqual([documentId, documentId]);
  });

  test('is taken back whole by one undo, and put in again by another', async () => {
    const seed = await seeded();
    const { client, documentId } = seed;
    const all = async () => ({
      text: (await client.call('documents.text', { documentId })).text,
      original: (await client.call('documents.get', { documentId })).original?.name,
      passages: (await client.call('passages.list', { documentId }))
        .map(({ id, quote, state, segments, taggings, note }) => ({ id, quote, state, segments, taggings, note }))
        .sort((a, b) => a.id.localeCompare(b.id)),
    });
    const before = await all();
    const { passages, revision } = await review(client, documentId);
    const { step } = await client.call('documents.applyUpdate', {
      documentId,
      baseRevision: revision,
      file: second,
      accept: found(passages),
    });
    const after = await all();
    expect(after).not.toEqual(before);
    const redo = await client.call('history.undo', { step });
    expect(await all()).toEqual(before);
    const undo = await client.call('history.undo', redo);
    expect(await all()).toEqual(after);
    await client.call('history.undo', undo);
    expect(await all()).toEqual(before);
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
  });

  test.each([
    ['an older revision', { baseRevision: 1 }, 'conflict'],
    ['a passage of another document', { accept: [{ passageId: '01890000-0000-7000-8000-000000000000', segments: [] }] }, 'not-found'],
    ['a place beyond the text', { segments: [{ start: 10, end: 1_000_000 }] }, 'invalid'],
    ['an empty place', { segments: [{ start: 10, end: 10 }] }, 'invalid'],
  ])('is refused with %s, and nothing is changed', async (_, wrong, kind) => {
    const { client, documentId, kept, file: notebook } = await seeded();
    const { revision } = await review(client, documentId);
    const accept = 'segments' in wrong ? [{ passageId: kept.id, segments: wrong.segments }] : [];
    const before = dump(notebook);
    const call = client.call('documents.applyUpdate', { documentId, baseRevision: revision, file: second, accept, ...wrong });
    await expect(call).rejects.toMatchObject({ kind });
    expect(dump(notebook)).toEqual(before);
  });

  test('that is the present one changes the file alone', async () => {
    const { client, documentId } = await seeded();
    const same = file(paragraphs, 'same.md');
    const { passages, revision } = await review(client, documentId, same);
    const accept = found(passages);
    const { anchored, detached } = await client.call('documents.applyUpdate', { documentId, baseRevision: revision, file: same, accept });
    expect({ anchored, detached }).toEqual({ anchored: 4, detached: 1 });
    expect(await client.call('documents.get', { documentId })).toMatchObject({ original: { name: 'same.md' } });
  });
});

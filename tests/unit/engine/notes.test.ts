import { describe, expect, test } from 'vitest';
import type { EngineClient, NoteTarget } from '../../../contract/index.ts';
import { addDocument, dump, newNotebook, sphereNamed, tag } from './notebook.ts';

async function targetOf(client: EngineClient, kind: NoteTarget['kind']): Promise<NoteTarget> {
  if (kind === 'notebook') return { kind };
  if (kind === 'sphere') return { kind, id: (await sphereNamed(client, 'cultural')).id };
  const documentId = await addDocument(client, ['Wheat']);
  return kind === 'document' ? { kind, id: documentId } : { kind, id: (await tag(client, documentId, 'Wheat')).id };
}

describe.each(['passage', 'document', 'sphere', 'notebook'] as const)('a note on a %s', (kind) => {
  test('is written, changed by another analyst, and removed', async () => {
    const { client, file } = newNotebook();
    const target = await targetOf(client, kind);
    expect(await client.call('notes.get', { target })).toBeNull();

    const { note } = await client.call('notes.put', { target, body: '# Why\n\nAsk *Osei*.' });
    expect(note).toMatchObject({ target, body: '# Why\n\nAsk *Osei*.', analyst: 'Ada' });
    expect(await client.call('notes.get', { target })).toEqual(note);

    await client.call('notebook.setAnalyst', { name: 'Grace' });
    const changed = await client.call('notes.put', { target, body: 'Asked.' });
    expect(changed.note).toMatchObject({ id: note?.id, body: 'Asked.', analyst: 'Grace', createdAt: note?.createdAt });

    expect((await client.call('notes.put', { target, body: ' \n' })).note).toBeNull();
    expect(await client.call('notes.get', { target })).toBeNull();
    expect(dump(file).notes).toEqual([]);
  });
});

test('the same words again change nothing', async () => {
  const { client, file } = newNotebook();
  const put = () => client.call('notes.put', { target: { kind: 'notebook' }, body: 'Plan' });
  await put();
  const before = dump(file);
  await put();
  expect(dump(file)).toEqual(before);
});

test('a passage carries its note', async () => {
  const { client } = newNotebook();
  const { id } = await tag(client, await addDocument(client, ['Wheat']), 'Wheat');
  await client.call('notes.put', { target: { kind: 'passage', id }, body: 'Which?' });
  expect(await client.call('passages.list', {})).toMatchObject([{ id, note: 'Which?' }]);
});

test('on something that is gone is not saved, and says so', async () => {
  const { client } = newNotebook();
  const target = await targetOf(client, 'sphere');
  if (target.kind !== 'sphere') throw new Error('a sphere was asked for');
  await client.call('spheres.remove', { sphereId: target.id });
  await expect(client.call('notes.put', { target, body: 'Lost?' })).rejects.toMatchObject({
    kind: 'not-found',
    message: expect.stringContaining('not saved'),
  });
});

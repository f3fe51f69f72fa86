import { describe, expect, test } from 'vitest';
import { connect, type Progress } from '../../../../contract/index.ts';
import { openEngine } from '../../../../main/engine/engine.ts';
import { newNotebook, sphereNamed, tag } from '../notebook.ts';

const vocabulary =
  'river gauge ferry mill timber barge lock weir flood drought toll bridge survey clerk ledger winter spring parish engine canal ballast'.split(
    ' ',
  );

/** Long enough for its jobs to get threads of their own; the same in every run. */
function survey(): (at: number) => string {
  let drawn = 7;
  const word = () => {
    drawn = (drawn * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return vocabulary[Math.floor((drawn / 2 ** 32) * vocabulary.length)];
  };
  return (n) => `Survey ${n} tells of ${Array.from({ length: 14 }, word).join(' ')}.`;
}
const paragraphs = Array.from({ length: 6_000 }, (_, n) => n).map(survey());
const quotes = [12, 3_000, 5_900].map((n) => paragraphs[n]?.split(' tells of ')[1] ?? '');

const file = (lines: readonly string[], name: string) => ({ name, bytes: new TextEncoder().encode(lines.join('\n\n')) });

const second = file(
  paragraphs.flatMap((paragraph, n) => (n === 5_900 ? [] : [n % 10 === 2 ? paragraph.replace(/ (\w+)\.$/, ' meadow.') : paragraph])),
  'surveys-2.txt',
);

async function seeded() {
  const notebook = newNotebook();
  const { client } = notebook;
  const documentId = (await client.call('imports.files', { files: [file(paragraphs, 'surveys.txt')] })).imported[0]?.documentId ?? '';
  const { id: sphereId } = await sphereNamed(client, 'economic');
  for (const quote of quotes) await tag(client, documentId, quote, [sphereId]);
  return { ...notebook, documentId };
}

describe('a long document', { timeout: 60_000 }, () => {
  test('gets a new text, is compared and restored, and says how far that is', async () => {
    const { client, documentId } = await seeded();
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => void told.push(progress);
    const review = await client.call('documents.previewUpdate', { documentId, file: second }, { onProgress });
    expect(review.passages.map(({ outcome }) => outcome)).toEqual(['changed', 'kept', 'lost']);
    expect(told.map(({ label }) => label)).toContain('Finding the passages again');

    const accept = review.passages.map(({ passageId, after }) => ({ passageId, segments: after?.segments ?? [] }));
    const applied = await client.call('documents.applyUpdate', { documentId, baseRevision: review.revision, file: second, accept });
    expect(applied).toMatchObject({ anchored: 2, detached: 1 });
    const { paragraphs: lines } = await client.call('versions.compare', { documentId, from: applied.keptAs, to: null }, { onProgress });
    expect(lines.filter(({ parts }) => parts.some(({ kind }) => kind !== 'same'))).toHaveLength(601);

    const after = (await client.call('documents.text', { documentId })).text;
    const { step } = await client.call('versions.restore', { versionId: applied.keptAs }, { onProgress });
    expect((await client.call('documents.text', { documentId })).text).toBe(paragraphs.join('\n'));
    const again = await client.call('history.undo', { step }, { onProgress });
    expect((await client.call('documents.text', { documentId })).text).toBe(after);
    await client.call('history.undo', { step: again.step });
    expect((await client.call('documents.text', { documentId })).text).toBe(paragraphs.join('\n'));
    expect((await client.call('notebook.check', {})).problems).toEqual([]);
  });

  test('is being read while other calls are answered, and cancelling ends it', async () => {
    const { client, another, documentId } = await seeded();
    const ended: string[] = [];
    const leaving = new AbortController();
    const reviewing = client.call('documents.previewUpdate', { documentId, file: second }, { signal: leaving.signal });
    reviewing.catch((error: Error) => ended.push(error.message));
    await another.call('notebook.setAnalyst', { name: 'Grace' });
    expect(ended).toEqual([]);
    leaving.abort();
    await expect(reviewing).rejects.toMatchObject({ kind: 'cancelled' });
    await client.call('documents.get', { documentId });
  });

  test('that was changed while a version of it was made ready is restored from what it then is', async () => {
    const { client, documentId } = await seeded();
    const { version } = await client.call('versions.name', { documentId, name: 'As it came' });
    const restoring = client.call('versions.restore', { versionId: version.id });
    const added = await tag(client, documentId, 'Survey 300 tells', []);
    await restoring;
    const passages = await client.call('passages.list', { documentId });
    expect(passages.find(({ id }) => id === added.id)).toMatchObject({ state: 'anchored', quote: 'Survey 300 tells' });
    expect((await client.call('notebook.check', {})).ok).toBe(true);
  });

  test('that was edited while a new text was made ready is left as it is', async () => {
    const { client, documentId } = await seeded();
    const { revision } = await client.call('documents.get', { documentId });
    const applying = client.call('documents.applyUpdate', { documentId, baseRevision: revision, file: second, accept: [] });
    await tag(client, documentId, 'Survey 300 tells', []);
    await expect(applying).rejects.toMatchObject({ kind: 'conflict' });
    expect(await client.call('versions.list', { documentId })).toHaveLength(1);
  });

  test('does not hold its notebook open while it is being read', async () => {
    const { file: notebook, documentId } = await seeded();
    const engine = openEngine({ file: notebook, mode: 'open' });
    const reviewing = connect(engine.wire(), 'window').call('documents.previewUpdate', { documentId, file: second });
    engine.close();
    await expect(reviewing).rejects.toThrow('The notebook was closed.');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsOf } from '../../../main/engine/documents/groups.ts';
import { likeness, signatureOf } from '../../../main/engine/documents/signature.ts';
import { addDocument, newNotebook } from './notebook.ts';

/** A story of so many sentences, none of which is like another. */
function story(sentences: number, about: string): string[] {
  return Array.from({ length: sentences }, (_, n) =>
    Array.from({ length: 14 }, (_word, at) => `${about}${(n * 31 + at * 7 + n * at) % 997}`)
      .join(' ')
      .concat('.'),
  );
}

const signature = (text: string) => signatureOf(text) ?? new Uint32Array(64);

describe('how alike texts are', () => {
  const wire = story(30, 'port');
  const text = wire.join('\n');
  test.each<[string, string, number, number]>([
    ['the same text', text, 1, 1],
    ['in capitals and with other punctuation', text.toUpperCase().replaceAll('.', ' –'), 1, 1],
    ['with a sentence before and one after', ['From our desk, by wire.', ...wire, 'Read more tomorrow.'].join('\n'), 0.8, 1],
    ['cut by a third', wire.slice(0, 20).join('\n'), 0.5, 0.85],
    ['another story', story(30, 'rail').join('\n'), 0, 0.1],
  ])('%s', (_, other, least, most) => {
    const alike = likeness(signature(text), signature(other));
    expect(alike).toBeGreaterThanOrEqual(least);
    expect(alike).toBeLessThanOrEqual(most);
  });

  test('Chinese, which writes no spaces', () => {
    const one = '港口在春季重新开放，三家公司恢复了粮食运输，铁路部门说新的时刻表将在五月生效，沿线居民对此表示欢迎。';
    const alike = likeness(signature(one), signature(`据本报消息，${one}`));
    expect(alike).toBeGreaterThan(0.7);
  });

  test('a few words are too short to compare', () => expect(signatureOf('Harbour dues were raised.')).toBeNull());

  test('what is estimated is near the share of common stretches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (kept) => {
        const [a, b, c] = [story(40, 'sea'), story(40, 'sand'), story(40, 'snow')];
        const one = [...a.slice(0, kept), ...b.slice(kept)].join('\n');
        const other = [...a.slice(0, kept), ...c.slice(kept)].join('\n');
        const truth = kept / (80 - kept);
        expect(Math.abs(likeness(signature(one), signature(other)) - truth)).toBeLessThan(0.25);
      }),
    );
  });
});

test('copies of copies are one group, the others none', () => {
  const a = story(30, 'a');
  const texts = {
    first: a.join('\n'),
    cut: a.slice(0, 24).join('\n'),
    cutAgain: a.slice(0, 18).join('\n'),
    else: story(30, 'z').join('\n'),
  };
  const grouping = groupsOf(new Map(Object.entries(texts).map(([id, text]) => [id, signature(text)])));
  let grouped = grouping.next();
  while (!grouped.done) grouped = grouping.next();
  expect(grouped.value).toEqual([['first', 'cut', 'cutAgain']]);
});

test('a notebook tells its copies, the one published first leading, and what differs', async () => {
  const { client } = newNotebook();
  const wire = story(20, 'dock');
  const later = await addDocument(client, ['Our correspondent reports.', ...wire], 'The Evening Post');
  const first = await addDocument(client, wire, 'The Wire');
  await addDocument(client, story(20, 'field'), 'Another story');
  await client.call('documents.update', { documentId: first, source: { published: '2024-05-01' } });
  await client.call('documents.update', { documentId: later, source: { published: '2024-05-02' } });
  const [group, ...others] = await client.call('documents.similar', {});
  expect(others).toEqual([]);
  expect(group?.map(({ documentId }) => documentId)).toEqual([first, later]);
  expect(group?.[0]?.likeness).toBe(1);
  expect(group?.[1]?.likeness).toBeGreaterThan(0.8);

  const { paragraphs } = await client.call('documents.compare', { documentId: first, otherId: later });
  expect(paragraphs[0]?.parts).toEqual([{ kind: 'added', text: 'Our correspondent reports.' }]);

  await client.call('documents.remove', { documentIds: [later] });
  expect(await client.call('documents.similar', {})).toEqual([]);
});

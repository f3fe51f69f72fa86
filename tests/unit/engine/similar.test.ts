import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { EngineClient, Result } from '../../../contract/index.ts';
import { analyse } from '../../../main/engine/search/analyser/analyser.ts';
import { jaccard, shinglesOf } from '../../../main/engine/similar/shingles.ts';
import { bandsOf } from '../../../main/engine/similar/signature.ts';
import { paragraph, stateOf } from '../anchoring/states.ts';
import { addDocument, newNotebook, tamper } from './notebook.ts';

const wire = [
  'The port of Bandar Saleh reopened on Tuesday after nine days of closure, officials said, and the first grain ships were',
  'expected to leave before the end of the week. Insurers have doubled what they ask for a passage through the strait since',
  'spring, and shipowners say that the rate will hardly fall before the harvest is in. The ministry of trade gave no date',
  'for the second quay, whose cranes were damaged when the storm broke the moorings of two tankers in the outer harbour.',
];
const chinese =
  '港口当局星期二表示，关闭九天之后航道重新开放，第一批运粮船预计本周末之前离港。保险公司自春季以来把通过海峡的费率提高了一倍，船东们认为收割之前费率不会下降。';

function shingles(text: string, language = 'en'): Float64Array {
  const found = shinglesOf(text, language);
  if (found === null) throw new Error('the text is too short');
  return found;
}

const alike = (one: string, other: string, language?: string) => jaccard(shingles(one, language), shingles(other, language));

describe('shingles', () => {
  test.each([
    ['case, quotes and line breaks', wire.join(' ').toUpperCase().replaceAll(',', ' –').replaceAll('. ', '.\n\n'), 'en'],
    ['soft hyphens and composition', wire.join(' ').replaceAll('insur', 'in\u00adsur').normalize('NFD'), 'en'],
  ])('%s make no difference', (_, other, language) => expect(alike(wire.join(' '), other, language)).toBe(1));

  test('traditional characters are their simplified ones', () => {
    const traditional =
      '港口當局星期二表示，關閉九天之後航道重新開放，第一批運糧船預計本週末之前離港。保險公司自春季以來把通過海峽的費率提高了一倍，船東們認為收割之前費率不會下降。';
    expect(alike(chinese, traditional, 'zh')).toBeGreaterThan(0.75);
  });

  test.each([
    ['five words', 'one two three four five six seven eight nine ten eleven twelve a b c d e f g h', 'en', 16],
    ['eight pairs of characters', '航道重新开放第一批运粮船预计本周末之前离港保险公司自春季以来', 'zh', 23],
  ])('a shingle is %s', (_, text, language, count) => expect(shingles(text, language)).toHaveLength(count));

  test('a text of fewer than twenty words has none', () => {
    expect(shinglesOf('Advertisement. Subscribe to read on, from one euro a month, and cancel whenever you like.', 'en')).toBeNull();
    expect(shinglesOf('', 'und')).toBeNull();
  });

  test('an excerpt of a longer piece is not alike, though all of it is contained', () => {
    const excerpt = wire[0] ?? '';
    expect(alike(excerpt, wire.join(' '))).toBeLessThan(0.3);
  });
});

const words = Array.from({ length: 3_000 }, (_, n) => `w${n.toString(36)}`);

/** A text of made-up words, and the same with each twentieth word at most replaced. */
const copied = fc
  .tuple(
    fc.array(fc.constantFrom(...words), { minLength: 60, maxLength: 500 }),
    fc.integer({ min: 0, max: 5 }),
    fc.infiniteStream(fc.nat()),
  )
  .map(([original, percent, random]) => {
    const copy = [...original];
    for (let left = Math.floor((original.length * percent) / 100); left > 0; left -= 1) {
      copy[(random.next().value ?? 0) % copy.length] = `new${left}`;
    }
    return { original: original.join(' '), copy: copy.join(' ') };
  });

/** Jaccard's index by the definition, over the words themselves. */
function plainJaccard(one: string, other: string): number {
  const setOf = (text: string) => {
    const tokens = Array.from(analyse(text, 'en'), ({ exact }) => exact);
    return new Set(tokens.slice(4).map((_, at) => tokens.slice(at, at + 5).join(' ')));
  };
  const [a, b] = [setOf(one), setOf(other)];
  const shared = [...a].filter((shingle) => b.has(shingle)).length;
  return shared / (a.size + b.size - shared);
}

describe('signatures', () => {
  test('similarity is Jaccard’s index, to the last digit', () => {
    fc.assert(
      fc.property(copied, copied, ({ original, copy }, { original: stranger }) => {
        expect(alike(original, copy)).toBe(plainJaccard(original, copy));
        expect(alike(original, stranger)).toBe(plainJaccard(original, stranger));
      }),
      { numRuns: 50 },
    );
  });

  test('of copies with up to a twentieth of their words replaced, nineteen of twenty and more share a band', () => {
    const tried = fc.sample(copied, { numRuns: 300, seed: 20_260_101 });
    const found = tried.filter(({ original, copy }) => {
      const other = new Set(bandsOf(shingles(copy)));
      return alike(original, copy) >= 0.5 && bandsOf(shingles(original)).some((band) => other.has(band));
    });
    expect(found.length / tried.length).toBeGreaterThanOrEqual(0.95);
  });

  test('are a stored format: the same in every version until the documents are signed anew', () => {
    expect(Array.from(bandsOf(shingles(wire.join(' '))).slice(0, 3))).toEqual([-1_945_190_314, 1_623_854_293, -1_002_356_886]);
  });
});

const titles = ({ groups }: Result<'similar.groups'>) => groups.map(({ documents }) => documents.map(({ title }) => title));

async function threePapers(client: EngineClient) {
  const ids = {
    agency: await addDocument(client, wire, 'Agency'),
    courier: await addDocument(client, [...wire.slice(0, 3), `${wire[3]} The Courier adds that a tug sank.`], 'Courier'),
    herald: await addDocument(client, [wire.join(' ').replace('Tuesday', 'the third of May')], 'Herald'),
    other: await addDocument(client, [words.slice(0, 200).join(' ')], 'Another story'),
  };
  return ids;
}

describe('near-duplicates of a notebook', () => {
  test('are one group, whose documents are compared word for word', async () => {
    const { client } = newNotebook();
    const { agency, courier, herald, other } = await threePapers(client);
    const answer = await client.call('similar.groups', {});
    expect(titles(answer)).toEqual([['Agency', 'Courier', 'Herald']]);
    const { documents, pending } = await client.call('similar.list', { documentId: courier });
    expect(pending).toBe(0);
    expect(documents.map(({ document }) => document.id)).toEqual([agency, herald]);
    expect(documents.every(({ similarity }) => similarity !== null && similarity > 0.7 && similarity < 1)).toBe(true);
    expect((await client.call('similar.list', { documentId: other })).documents).toEqual([]);

    const { paragraphs } = await client.call('similar.compare', { fromId: agency, toId: courier });
    const differing = paragraphs.flatMap(({ parts }) => parts.filter(({ kind }) => kind !== 'same'));
    expect(differing).toEqual([{ kind: 'added', text: ' The Courier adds that a tug sank.' }]);
  });

  test('are found in the background, and the clients are told', async () => {
    const { client } = newNotebook();
    const told: string[][] = [];
    client.onChanged(({ nouns }) => told.push(nouns));
    const { agency } = await threePapers(client);
    expect(await client.call('similar.list', { documentId: agency })).toEqual({ documents: [], pending: 4 });
    await vi.waitFor(async () => expect((await client.call('similar.list', { documentId: agency })).pending).toBe(0), { timeout: 20_000 });
    expect((await client.call('similar.list', { documentId: agency })).documents).toHaveLength(2);
    expect(told).toContainEqual(['similar']);
  });

  test('in the bin are no part of a group, and come back to it', async () => {
    const { client } = newNotebook();
    const { agency, courier } = await threePapers(client);
    const { step } = await client.call('documents.remove', { documentIds: [agency] });
    expect(titles(await client.call('similar.groups', {}))).toEqual([['Courier', 'Herald']]);
    expect((await client.call('similar.list', { documentId: courier })).documents).toHaveLength(1);
    await client.call('history.undo', { step });
    expect((await client.call('similar.list', { documentId: courier })).documents).toHaveLength(2);
  });

  test('are told of by their ids as far as they are known, and again when one goes to the bin or comes back', async () => {
    const { client } = newNotebook();
    const { agency, courier, herald } = await threePapers(client);
    const copies = async () => (await client.call('similar.copies', {})).groups.map((ids) => ids.toSorted());
    expect(await copies()).toEqual([]);
    await client.call('similar.groups', {});
    expect(await copies()).toEqual([[agency, courier, herald].toSorted()]);

    const told: boolean[] = [];
    client.onChanged(({ nouns }) => told.push(nouns.includes('similar')));
    const { step } = await client.call('documents.remove', { documentIds: [courier] });
    expect(await copies()).toEqual([[agency, herald].toSorted()]);
    await client.call('history.undo', { step });
    expect(await copies()).toEqual([[agency, courier, herald].toSorted()]);
    await client.call('documents.update', { documentId: agency, title: 'The agency' });
    expect(told).toEqual([true, true, false]);
  });

  test('follow the text: one that was rewritten is none, one that ended leaves', async () => {
    const { client, file } = newNotebook();
    const { agency, courier } = await threePapers(client);
    await client.call('similar.groups', {});
    tamper(file, `UPDATE bodies SET text = '${words.slice(500, 700).join(' ')}' WHERE document_id = '${courier}'`);
    expect((await client.call('similar.list', { documentId: agency })).pending).toBe(1);
    expect(titles(await client.call('similar.groups', {}))).toEqual([['Agency', 'Herald']]);

    await client.call('documents.remove', { documentIds: [agency] });
    await client.call('documents.purge', {});
    expect(titles(await client.call('similar.groups', {}))).toEqual([]);
  });

  test('whose making is undone leave, and are back when it is done again', async () => {
    const { client } = newNotebook();
    await threePapers(client);
    const { step } = await client.call('documents.create', { title: 'Mirror', state: stateOf(paragraph(...wire)) });
    expect(titles(await client.call('similar.groups', {}))).toEqual([['Agency', 'Courier', 'Herald', 'Mirror']]);
    const { step: again } = await client.call('history.undo', { step });
    expect(titles(await client.call('similar.groups', {}))).toEqual([['Agency', 'Courier', 'Herald']]);
    await client.call('history.undo', { step: again });
    expect(titles(await client.call('similar.groups', {}))).toEqual([['Agency', 'Courier', 'Herald', 'Mirror']]);
    expect(await client.call('notebook.check', {})).toMatchObject({ ok: true });
  });

  test('are told the largest groups first, as many as are asked for, and how many there are', async () => {
    const { client } = newNotebook();
    await threePapers(client);
    for (const title of ['Diary', 'Copybook']) await addDocument(client, [words.slice(300, 400).join(' ')], title);
    const answer = await client.call('similar.groups', { limit: 1 });
    expect(titles(answer)).toEqual([['Agency', 'Courier', 'Herald']]);
    expect(answer.all).toEqual({ groups: 2, documents: 5 });
  });

  test('that are many are one group, each alike to the earliest', async () => {
    const { client } = newNotebook();
    for (let n = 0; n < 45; n += 1) await addDocument(client, [...wire, `Printed in edition ${n}.`], `Edition ${n}`);
    const { groups } = await client.call('similar.groups', {});
    expect(groups.map(({ documents }) => documents.length)).toEqual([45]);
  });

  test('are looked for with progress, and what was cancelled goes on where it was', async () => {
    const { client } = newNotebook();
    for (let n = 0; n < 30; n += 1) await addDocument(client, [...wire, `Printed in edition ${n}.`], `Edition ${n}`);
    const leaving = new AbortController();
    const seen: number[] = [];
    const onProgress = ({ done }: { done: number }) => {
      seen.push(done);
      if (done > 0) leaving.abort();
    };
    await expect(client.call('similar.groups', {}, { signal: leaving.signal, onProgress })).rejects.toMatchObject({ kind: 'cancelled' });
    expect(seen[0]).toBe(0);
    expect((await client.call('similar.groups', {})).groups[0]?.documents).toHaveLength(30);
  });
});

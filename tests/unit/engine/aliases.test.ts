import { describe, expect, test } from 'vitest';
import { addDocument, newNotebook } from './notebook.ts';

const names = ['Xi Jinping', 'Си Цзиньпин', '习近平'];

async function library() {
  const { client } = newNotebook();
  for (const [language, title, text] of [
    ['en', 'English', 'Xi Jinping spoke; xi and jinping apart say nothing.'],
    ['ru', 'Русский', 'Встреча с Си Цзиньпином прошла в Астане.'],
    ['zh', '中文', '習近平主席发表讲话。'],
    ['en', 'Other', 'Jinping county lies elsewhere.'],
  ] as const) {
    const documentId = await addDocument(client, [text], title);
    await client.call('documents.update', { documentId, language });
  }
  const found = async (text: string, without: string[] = []) => {
    const { hits } = await client.call('search.query', { text, without, kinds: ['document'] });
    return hits.map(({ title }) => title).toSorted();
  };
  return { client, found };
}

describe('names that are one name', () => {
  test.each(['Xi Jinping ', '"xi jinping"', 'Си Цзиньпин ', 'Си Цзиньпином ', 'Си Цзиньпину ', '习近平 ', '習近平 ', 'XI JINPING'])(
    '%s finds them all',
    async (query) => {
      const { client, found } = await library();
      await client.call('aliases.put', { names });
      expect(await found(query)).toEqual(['English', 'Русский', '中文']);
    },
  );

  test('beside other words, in a choice, left out', async () => {
    const { client, found } = await library();
    await client.call('aliases.put', { names });
    expect(await found('Xi Jinping spoke ')).toEqual(['English']);
    expect(await found('встреча Xi Jinping ')).toEqual(['Русский']);
    expect(await found('(Xi Jinping) OR county ')).toEqual(['English', 'Other', 'Русский', '中文']);
    expect(await found('jinping -"Xi Jinping"')).toEqual(['Other']);
  });

  test('another form in quotation marks stands for itself', async () => {
    const { client, found } = await library();
    await client.call('aliases.put', { names });
    expect(await found('"Си Цзиньпином"')).toEqual(['Русский']);
  });

  test('a search says which it followed, and can go without', async () => {
    const { client, found } = await library();
    const { group } = await client.call('aliases.put', { names });
    const { aliases } = await client.call('search.query', { text: '习近平 ' });
    expect(aliases).toEqual([group]);
    expect(await found('习近平 ', [group?.id ?? ''])).toEqual(['中文']);
  });

  test('its hits are all painted', async () => {
    const { client } = await library();
    await client.call('aliases.put', { names });
    const [document] = (await client.call('documents.list', {})).filter(({ title }) => title === 'Русский');
    const { hits } = await client.call('search.hitsIn', { documentId: document?.id ?? '', text: 'Xi Jinping ' });
    const { text } = await client.call('documents.text', { documentId: document?.id ?? '' });
    expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(['Си Цзиньпином']);
  });

  test('are changed, ended, and undone; a name belongs to one group', async () => {
    const { client } = await library();
    const { group } = await client.call('aliases.put', { names });
    const groupId = group?.id ?? '';
    await expect(client.call('aliases.put', { names: ['xi jinping', 'Chairman'] })).rejects.toMatchObject({ kind: 'conflict' });
    await client.call('aliases.put', { groupId, names: ['Xi Jinping', '习近平'] });
    expect((await client.call('aliases.list', {})).map((each) => each.names)).toEqual([['Xi Jinping', '习近平']]);
    const { step } = await client.call('aliases.put', { groupId, names: [] });
    expect(await client.call('aliases.list', {})).toEqual([]);
    await client.call('history.undo', { step });
    expect((await client.call('aliases.list', {})).map((each) => each.names)).toEqual([['Xi Jinping', '习近平']]);
  });

  test('come from a table', async () => {
    const { client } = await library();
    await client.call('aliases.put', { names: ['Moscow', 'Москва'] });
    const table = 'Xi Jinping,Си Цзиньпин,习近平\nMoscow;\nМосква,莫斯科,\n"Beijing, PRC",北京\n';
    expect(await client.call('aliases.import', { bytes: Buffer.from(table) })).toMatchObject({ groups: 2, names: 6, alone: 1 });
    expect((await client.call('aliases.list', {})).map((each) => each.names)).toEqual([
      ['Moscow', 'Москва', '莫斯科'],
      ['Xi Jinping', 'Си Цзиньпин', '习近平'],
      ['Beijing, PRC', '北京'],
    ]);
    await expect(client.call('aliases.import', { bytes: Buffer.from('one\n\ntwo\n') })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(client.call('aliases.import', { bytes: Buffer.from('A,B\nC\nMoscow,北京') })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('Row 3'),
    });
  });

  test('come from a table as Excel writes it in Russia', async () => {
    const { client } = await library();
    const rows = ['Пётр Ильич Чайковский;Tchaikovsky', 'Мусоргский;Mussorgsky;Moussorgsky', 'Римский-Корсаков;Rimsky-Korsakov'];
    await client.call('aliases.import', { bytes: inWindows1251(rows.join('\r\n')) });
    expect((await client.call('aliases.list', {})).map((each) => each.names)).toEqual(rows.map((row) => row.split(';')));
  });
});

/** Letters of Russian and ASCII as a Russian Windows writes them. */
function inWindows1251(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (sign) => {
    const code = sign.charCodeAt(0);
    if (sign === 'ё') return 0xb8;
    return code < 0x80 ? code : code - 0x410 + 0xc0;
  });
}

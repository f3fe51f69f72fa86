import { beforeAll, describe, expect, test } from 'vitest';
import type { EngineClient } from '../../../contract/index.ts';
import { addDocument, openNotebookFor } from '../engine/notebook.ts';

/** Documents by language: a title and what stands in it. */
const library: [language: string, title: string, text: string][] = [
  ['en', 'Ports', 'The port’s cranes were re-opened; co-operation grew by 1,250,000 tonnes (3.5 %).'],
  ['en', 'Link', 'Read https://harbour.example/news?id=42 or write to desk@harbour.example. 🚢 sailed.'],
  ['en', 'Café', 'The cafe\u0301 near the fac\u0327ade sold ﬁsh and multi\u00adpolar jokes about O’Brien.'],
  ['ru', 'Война', 'О войне говорили все. Зелёный счёт закрыт, ёмкости пусты.'],
  ['ru', 'Встреча', 'Лавров встретил Медведева; корова паслась у основ моста.'],
  ['ru', 'Порт', 'Корабль пришёл в порт, и моряки продавали зерно.'],
  ['zh', '贸易', '中国人民银行宣布降息。习近平主席访问哈萨克斯坦，贸易额增长。'],
  ['zh', '經濟', '臺灣的經濟發展與國際關係。'],
  ['de', 'Hafen', 'Die Getreideausfuhrgenehmigung für die Häfen wurde größer.'],
  ['fr', 'Blé', 'L’économie nationale dépend des récoltes d’été.'],
  ['es', 'Puerto', 'Los puertos españoles exportaban más trigo.'],
  ['it', 'Grano', 'Le città portuali esportavano il grano.'],
  ['pt', 'Pão', 'As exportações de pão cresceram.'],
  ['ar', 'ميناء', 'أُعيد فتح المِينَاء أمام السفن.'],
  ['th', 'ท่าเรือ', 'ท่าเรือเปิดอีกครั้งหลังการเจรจา'],
  ['ja', '港', '東京の港でロシアの船が止まった。'],
];

let client: EngineClient;

beforeAll(async () => {
  client = openNotebookFor();
  for (const [language, title, text] of library) {
    const documentId = await addDocument(client, [text], title);
    await client.call('documents.update', { documentId, language });
  }
});

async function found(text: string): Promise<string[]> {
  const { hits } = await client.call('search.query', { text, kinds: ['document'] });
  return hits.map(({ title }) => title).toSorted();
}

const cases: Record<string, [query: string, ...titles: string[]][]> = {
  'English: plurals, apostrophes, hyphens, ligatures, numbers': [
    ['ports ', 'Ports'],
    ["port's ", 'Ports'],
    ['crane ', 'Ports'],
    ['re-open ', 'Ports'],
    ['reopened '],
    ['co-operation ', 'Ports'],
    ['1,250,000 ', 'Ports'],
    ['1.250.000 ', 'Ports'],
    ['1250000 '],
    ['3.5 ', 'Ports'],
    ['fish ', 'Café'],
    ['ﬁsh ', 'Café'],
    ['cafe ', 'Café'],
    ['café ', 'Café'],
    ['CAFÉ ', 'Café'],
    ['facade ', 'Café'],
    ['multipolar ', 'Café'],
    ["O'Brien ", 'Café'],
    ['O’Brien ', 'Café'],
  ],
  'addresses and pictographs': [
    ['https://harbour.example/news?id=42 ', 'Link'],
    ['harbour.example ', 'Link'],
    ['desk@harbour.example ', 'Link'],
    ['🚢 ', 'Link'],
  ],
  'Russian: every case of a noun, verbs, ё and е': [
    ...['война', 'войны', 'войне', 'войну', 'войной', 'войною', 'войнам', 'войнами', 'войнах'].map((word): [string, string] => [
      `${word} `,
      'Война',
    ]),
    ...['зерно', 'зерна', 'зерну', 'зерном', 'зерне'].map((word): [string, string] => [`${word} `, 'Порт']),
    ...['продавали', 'продавал', 'продавала', 'продавать'].map((word): [string, string] => [`${word} `, 'Порт']),
    ['зеленый ', 'Война'],
    ['зелёный ', 'Война'],
    ['счета ', 'Война'],
    ['емкость ', 'Война'],
    ['ёмкостей ', 'Война'],
    ...['Лавров', 'Лаврова', 'Лаврову', 'Лавровым', 'Лаврове'].map((word): [string, string] => [`${word} `, 'Встреча']),
    ...['Медведев', 'Медведева', 'Медведеву', 'Медведевым'].map((word): [string, string] => [`${word} `, 'Встреча']),
    ['коров ', 'Встреча'],
    ['основа ', 'Встреча'],
    ['"говорили все"', 'Война'],
    ['"говорил все"'],
  ],
  'Chinese: one to six characters, names, either script, never over punctuation': [
    ['银 ', '贸易'],
    ['银行 ', '贸易'],
    ['中国人 ', '贸易'],
    ['人民银行 ', '贸易'],
    ['哈萨克斯坦 ', '贸易'],
    ['中国人民银行 ', '贸易'],
    ['习近平 ', '贸易'],
    ['習近平 ', '贸易'],
    ['贸易 ', '贸易'],
    ['貿易 ', '贸易'],
    ['息习 '],
    ['降息习近平 '],
    ['经济 ', '經濟'],
    ['經濟發展 ', '經濟'],
    ['国际关系 ', '經濟'],
    ['台湾 ', '經濟'],
    ['臺灣 ', '經濟'],
  ],
  'German: compounds as typed, umlauts, ß': [
    ['Getreideausfuhrgenehmigung ', 'Hafen'],
    ['getreideausfuhr', 'Hafen'],
    ['Hafen ', 'Hafen'],
    ['häfen ', 'Hafen'],
    ['grösser ', 'Hafen'],
    ['größere ', 'Hafen'],
  ],
  'French, Spanish, Italian, Portuguese': [
    ['économies ', 'Blé'],
    ['economie ', 'Blé'],
    ['nationales ', 'Blé'],
    ['récolte ', 'Blé'],
    ['ete ', 'Blé'],
    ['puerto ', 'Puerto'],
    ['española ', 'Puerto'],
    // A stem that two languages share finds both.
    ['exportar ', 'Puerto', 'Pão'],
    ['portuale ', 'Grano'],
    ['citta ', 'Grano'],
    ['exportação ', 'Puerto', 'Pão'],
    ['pao ', 'Pão'],
  ],
  'Arabic with and without its points': [['ميناء ', 'ميناء'], ['المِينَاء ', 'ميناء'], ['المیناء '], ['السفن ', 'ميناء']],
  'Thai and Japanese, inside their sentences': [
    ['เปิด ', 'ท่าเรือ'],
    ['เจรจา ', 'ท่าเรือ'],
    ['ท่าเรือ ', 'ท่าเรือ'],
    ['ロシア ', '港'],
    ['ﾛｼｱ ', '港'],
    ['東京 ', '港'],
    ['港 ', '港'],
  ],
  'several scripts at once': [
    ['порт зерно ', 'Порт'],
    ['习近平 OR войной ', 'Война', '贸易'],
    ['cafe OR 港 OR Häfen ', 'Café', 'Hafen', '港'],
    ['cafe\u0301 ', 'Café'],
  ],
};

describe.each(Object.entries(cases))('%s', (_name, queries) => {
  test.each(queries.map(([query, ...titles]) => ({ query, titles })))('$query', async ({ query, titles }) => {
    expect(await found(query)).toEqual(titles.toSorted());
  });
});

import { describe, expect, test } from 'vitest';
import { readEmail } from '../../../../main/engine/imports/formats/email.ts';
import { encodeAs } from '../encode.ts';
import { bytesOf, fixture } from '../fixtures.ts';
import { outlineOf } from './outline.ts';

const headers = 'From: Ada <ada@example.org>\nTo: Ben <ben@example.org>\nSubject: Prices\nDate: 5 Mar 2026 10:00:00 +0100\n';
const message = (more: string, body: string) => bytesOf(`${headers}${more}\n${body}`);
const first = 'p From: Ada <ada@example.org>\nTo: Ben <ben@example.org>\nDate: 5 Mar 2026 10:00:00 +0100';
const bodyOf = async (bytes: Uint8Array) => outlineOf(await readEmail(bytes)).slice(1);

test('a message with HTML, an attachment and a message forwarded whole', async () => {
  const draft = await readEmail(fixture('seed.eml'));
  expect(draft.claims).toMatchObject({ title: 'Цены на зерно', author: 'Анна Речная', published: '2026-03-05' });
  expect(draft.notices).toEqual(['1 attachment (prices.pdf) was left in the original.']);
  expect(outlineOf(draft)).toEqual([
    'p From: Анна Речная <anna@example.org>\nTo: Ben Ferry <ben@example.org>, ops@example.org\nDate: Thu, 5 Mar 2026 23:30:00 +0300',
    'p Цены на зерно выросли.',
    'quote Barges wait at the lock.',
    'quote From: Clerk <clerk@example.org>\nDate: Wed, 4 Mar 2026 10:00:00 +0300\nSubject: The lock',
    'quote The lock will open on Monday.',
  ]);
});

describe('plain text', () => {
  test('what is quoted stands in quotes', async () => {
    const body = 'Hello Ben,\n\nprices rose.\n\nOn Monday Ben wrote:\n> Did they?\n>> They may.\n> I doubt it.\n\nAda\n';
    expect(await bodyOf(message('', body))).toEqual([
      'p Hello Ben,',
      'p prices rose.',
      'p On Monday Ben wrote:',
      'quote Did they?',
      'quote They may.',
      'quote I doubt it.',
      'p Ada',
    ]);
  });

  test('flowed lines are joined, those of quotes too', async () => {
    const body = 'The lock opens \non Monday.\n> Will it \n> really?\n-- \nAda\n';
    expect(await bodyOf(message('Content-Type: text/plain; charset=utf-8; format=flowed\n', body))).toEqual([
      'p The lock opens on Monday.',
      'quote Will it really?',
      'p --\nAda',
    ]);
  });

  test('the spaces of DelSp are none of the text', async () => {
    const type = 'Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n';
    expect(await bodyOf(message(type, '港口在三月 \n关闭。\n'))).toEqual(['p 港口在三月关闭。']);
  });

  test.each([
    ['koi8-r', 'koi8-r', 'Цены на зерно выросли.'],
    ['gb2312', 'gb18030', '港口在三月关闭。'],
    ['Shift_JIS', 'shift_jis', '港は三月に閉鎖された。'],
    ['windows-1252', 'windows-1252', 'Café fermé'],
  ])('in %s', async (charset, encoding, text) => {
    const head = bytesOf(`${headers}Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: 8bit\n\n`);
    expect(await bodyOf(new Uint8Array([...head, ...encodeAs(text, encoding)]))).toEqual([`p ${text}`]);
  });

  test('in ISO-2022-JP, in the subject too', async () => {
    const bytes = bytesOf(
      'From: a@example.org\nSubject: =?iso-2022-jp?B?GyRCOUEbKEI=?=\nContent-Type: text/plain; charset=iso-2022-jp\n\n\u001b$B9A\u001b(B\n',
    );
    const draft = await readEmail(bytes);
    expect(draft.claims.title).toBe('港');
    expect(outlineOf(draft).at(-1)).toBe('p 港');
  });

  test('in letters of a country that nothing names, headers too', async () => {
    const bytes = encodeAs('From: Анна <anna@example.org>\nSubject: Цены на зерно\n\nЦены на зерно выросли в марте.\n', 'windows-1251');
    const draft = await readEmail(bytes);
    expect(draft.claims).toMatchObject({ title: 'Цены на зерно', author: 'Анна' });
    expect(outlineOf(draft).at(-1)).toBe('p Цены на зерно выросли в марте.');
  });
});

test('HTML without text gives way to plain text', async () => {
  const type = 'Content-Type: multipart/alternative; boundary=b\n';
  const body = '--b\nContent-Type: text/plain\n\nPrices rose.\n--b\nContent-Type: text/html\n\n<img src="a.png">\n--b--\n';
  expect(outlineOf(await readEmail(message(type, body)))).toEqual([first, 'p Prices rose.']);
});

test.each([
  ['Thu, 5 Mar 2026 23:30:00 +0300', '2026-03-05'],
  ['05 Mar 2026 00:10 GMT', '2026-03-05'],
  ['2026-03-05T10:00:00Z', '2026-03-05'],
  ['yesterday', null],
])('the date %s', async (written, published) => {
  expect((await readEmail(bytesOf(`From: a@example.org\nDate: ${written}\n\nText.\n`))).claims.published).toBe(published);
});

describe('what cannot be read', () => {
  test.each([
    ['no message', bytesOf('Prices rose by a quarter.\n'), /not an e-mail message/],
    [
      'S/MIME',
      message('Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n', 'AAAA'),
      /encrypted/,
    ],
    ['PGP', message('Content-Type: multipart/encrypted; boundary=b\n', '--b\n\nx\n--b--\n'), /encrypted/],
    ['PGP in the text', message('', '-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n'), /encrypted/],
    ['lines without end', message('', 'a\n'.repeat(700_000)), /more than 600,000 lines/],
    ['cut short', fixture('seed.eml').slice(0, 900), /cut short/],
    [
      'parts without end',
      message(
        'Content-Type: multipart/mixed; boundary=b0\n',
        `${Array.from({ length: 400 }, (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`).join('')}\n--b0--\n`,
      ),
      /nested or repeated without end/,
    ],
  ])('%s', async (_, bytes, words) => {
    await expect(readEmail(bytes)).rejects.toThrow(expect.objectContaining({ message: expect.stringMatching(words) }));
  });

  test('text and quotes in turn without end', async () => {
    expect((await bodyOf(message('', '> a\nb\n'.repeat(30_000)))).length).toBe(1);
  });

  test('messages within messages without end stop', async () => {
    const inner = (depth: number): string =>
      `From: a@example.org\nSubject: ${depth}\nContent-Type: ${depth === 0 ? 'text/plain' : 'message/rfc822'}\n\n${depth === 0 ? 'Text.' : inner(depth - 1)}`;
    const { notices } = await readEmail(bytesOf(inner(30)));
    expect(notices).toEqual(['1 attachment (a message) was left in the original.']);
  });
});

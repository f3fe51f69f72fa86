import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../main/engine/imports/encodings/decode.ts';
import { encodings } from '../../../main/engine/imports/encodings/encodings.ts';
import { encodeAs } from './encode.ts';

const undeclared = { mayDeclare: false };

describe('an encoding that nothing names', () => {
  const cyrillic = [
    'windows-1251',
    'koi8-r',
    'ibm866',
    'iso-8859-5',
    'x-mac-cyrillic',
    'utf-8',
    'utf-16le',
    'utf-16be',
    'utf-32le',
    'utf-32be',
  ];
  const samples: { language: string; encodings: string[]; texts: string[] }[] = [
    {
      language: 'Russian',
      encodings: cyrillic,
      texts: [
        'Привет',
        'Цены на зерно',
        'Отчёт о переговорах',
        'ДОКЛАД О ПОСТАВКАХ ЗЕРНА',
        'Мост через реку закрыли в марте, и баржи стояли до самой осени.',
        'Протокол заседания 14 июня. Слушали: о ремонте шлюза (Bridge Report). Постановили: отложить.',
      ],
    },
    {
      language: 'Ukrainian',
      encodings: ['windows-1251', 'koi8-u', 'utf-8'],
      texts: ['Їхній звіт про ціни на зерно вийшов у березні.', 'Міст через річку зачинили навесні, і баржі стояли до осені.'],
    },
    {
      language: 'Bulgarian',
      encodings: ['windows-1251', 'ibm866'],
      texts: ['Цените на зърното в пристанището се повишиха с една четвърт.', 'Съветът реши да затвори моста през март.'],
    },
    {
      language: 'French',
      encodings: ['windows-1252', 'macintosh'],
      texts: ['Café fermé', 'Le préfet a déclaré que le marché était fermé à cause de la grève.'],
    },
    {
      language: 'German',
      encodings: ['windows-1252', 'utf-8'],
      texts: ['Grüße aus München', 'Die Brücke wurde im März gesperrt, und die Kähne lagen bis zum Herbst fest.'],
    },
    {
      language: 'Spanish',
      encodings: ['windows-1252'],
      texts: ['¿Cuántos años duró el bloqueo del río? El señor alcalde no contestó.'],
    },
    {
      language: 'Polish',
      encodings: ['windows-1250', 'iso-8859-2'],
      texts: ['Most zamknięto w marcu, a barki stały aż do późnej jesieni, więc ceny zboża wzrosły o jedną czwartą.'],
    },
    {
      language: 'Turkish',
      encodings: ['windows-1254'],
      texts: ['Köprü mart ayında kapatıldı ve mavnalar sonbahara kadar bekledi; buğday fiyatı dörtte bir arttı.'],
    },
    {
      language: 'Greek',
      encodings: ['windows-1253', 'iso-8859-7'],
      texts: ['Το λιμάνι έκλεισε τον Μάρτιο και οι τιμές των σιτηρών αυξήθηκαν.'],
    },
    { language: 'Hebrew', encodings: ['windows-1255'], texts: ['הנמל נסגר במרץ ומחירי התבואה עלו ברבע.'] },
    {
      language: 'Arabic',
      encodings: ['windows-1256', 'iso-8859-6'],
      texts: ['أغلق الميناء في مارس وارتفعت أسعار الحبوب بمقدار الربع.'],
    },
    { language: 'Thai', encodings: ['windows-874'], texts: ['ท่าเรือปิดในเดือนมีนาคมและราคาธัญพืชเพิ่มขึ้นหนึ่งในสี่'] },
    {
      language: 'Chinese',
      encodings: ['gb18030', 'utf-8'],
      texts: ['经济', '会议纪要', '港口在三月关闭，粮食价格上涨了四分之一。', '省政府与邻近地区签署了为期三年的合作协议。'],
    },
    {
      language: 'Chinese in traditional characters',
      encodings: ['big5', 'utf-16be'],
      texts: ['會議紀要', '港口在三月關閉，糧食價格上漲了四分之一。', '省政府與鄰近地區簽署了為期三年的合作協議。'],
    },
    {
      language: 'Japanese',
      encodings: ['shift_jis', 'euc-jp'],
      texts: ['会議の記録', 'カタカナのテスト', '港は三月に閉鎖され、穀物の価格は四分の一上がった。'],
    },
    { language: 'Korean', encodings: ['euc-kr'], texts: ['회의 기록입니다', '항구는 삼월에 폐쇄되었고 곡물 가격은 사분의 일 올랐다.'] },
  ];
  const cases = samples.flatMap(({ language, encodings: written, texts }) =>
    written.flatMap((encoding) => texts.map((text) => [language, encoding, text] as const)),
  );
  test.each(cases)('%s in %s: %s', (_, encoding, text) => {
    expect(decodeText(encodeAs(text, encoding), undeclared)).toMatchObject({ text, how: 'detected' });
  });

  test('Japanese of mail, in seven bits', () => {
    const bytes = new Uint8Array([0x1b, 0x24, 0x42, 0x39, 0x41, 0x24, 0x4f, 0x1b, 0x28, 0x42, 0x21]);
    expect(decodeText(bytes, undeclared)).toMatchObject({ text: '港は!', encoding: 'iso-2022-jp' });
  });

  test('one letter beyond ASCII in a long English text', () => {
    const text = `${'The harbour closed in March. '.repeat(400)}Café Central stayed open.\n${'The millers waited. '.repeat(400)}`;
    expect(decodeText(encodeAs(text, 'windows-1252'), undeclared)).toMatchObject({ text, encoding: 'windows-1252' });
  });

  test('confidence grows with the text and is low where a few letters decide', () => {
    const sure = decodeText(
      encodeAs('Мост через реку закрыли в марте, и баржи стояли до самой осени. '.repeat(4), 'windows-1251'),
      undeclared,
    );
    const unsure = decodeText(encodeAs('Café', 'windows-1252'), undeclared);
    expect(sure.confidence).toBeGreaterThan(0.8);
    expect(unsure.confidence).toBeLessThan(0.5);
  });

  test('letters that no encoding explains in a text that is plain otherwise', () => {
    const bytes = new Uint8Array([
      ...encodeAs('The year in Spanish is a', 'utf-8'),
      0xa4,
      ...encodeAs('o, and the text goes on.', 'utf-8'),
    ]);
    expect(decodeText(bytes, undeclared)).toMatchObject({ encoding: 'windows-1252', confidence: 0.1 });
  });

  test('UTF-8 that is cut within its last letter is still UTF-8', () => {
    const bytes = encodeAs('Мост через реку закрыли в марте', 'utf-8').slice(0, -1);
    const { text, encoding, confidence } = decodeText(bytes, undeclared);
    expect({ text, encoding }).toEqual({ text: 'Мост через реку закрыли в март\ufffd', encoding: 'utf-8' });
    expect(confidence).toBeLessThan(0.9);
  });
});

describe('an encoding that is named', () => {
  const page = (charset: string, text: string) => `<html><head><meta charset="${charset}"></head><body><p>${text}</p></body></html>`;

  test.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['utf-32le', [0xff, 0xfe, 0, 0]],
    ['utf-32be', [0, 0, 0xfe, 0xff]],
  ])('by the mark of %s', (encoding, mark) => {
    const bytes = new Uint8Array([...mark, ...encodeAs('港口 – порт', encoding)]);
    expect(decodeText(bytes, undeclared)).toEqual({ text: '港口 – порт', encoding, confidence: 1, how: 'mark' });
  });

  test('by a page', () => {
    const source = page('cp1251', 'да');
    expect(decodeText(encodeAs(source, 'windows-1251'), { mayDeclare: true })).toMatchObject({
      text: source,
      encoding: 'windows-1251',
      how: 'declared',
    });
  });

  test('a page that was saved as UTF-8 and still declares what it was', () => {
    const source = page('windows-1251', 'Мост через реку');
    expect(decodeText(encodeAs(source, 'utf-8'), { mayDeclare: true })).toMatchObject({ text: source, encoding: 'utf-8', how: 'detected' });
  });

  test('a page that declares UTF-8 and is not', () => {
    const source = page('utf-8', 'Мост через реку закрыли в марте');
    expect(decodeText(encodeAs(source, 'koi8-r'), { mayDeclare: true })).toMatchObject({
      text: source,
      encoding: 'koi8-r',
      how: 'detected',
    });
  });

  test('as a person chose, whatever the guess would be', () => {
    const bytes = encodeAs('Мост через реку', 'windows-1251');
    expect(decodeText(bytes, { mayDeclare: false, encoding: 'koi8-r' })).toMatchObject({ encoding: 'koi8-r', how: 'chosen' });
    expect(decodeText(bytes, { mayDeclare: false, encoding: 'cp1251' })).toMatchObject({
      text: 'Мост через реку',
      encoding: 'windows-1251',
    });
    expect(() => decodeText(bytes, { mayDeclare: false, encoding: 'enigma' })).toThrow(/“enigma” is not an encoding/);
  });

  test.each(encodings)('$label can be chosen: $name', ({ label }) => {
    expect(decodeText(encodeAs('ab', /^utf-(16|32)/.test(label) ? label : 'utf-8'), { mayDeclare: false, encoding: label })).toMatchObject({
      text: 'ab',
      encoding: label,
    });
  });
});

describe('what is no text', () => {
  const random = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 104_729) % 251);
  test.each([
    ['zero bytes', new Uint8Array([0x61, 0, 0x62])],
    ['a run of zeros', new Uint8Array(4096)],
    ['packed data', random],
  ])('%s', (_, bytes) => {
    expect(() => decodeText(bytes, undeclared)).toThrow(/not a text file/);
  });

  test('any bytes are read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          const { text, confidence } = decodeText(bytes, { mayDeclare: true });
          expect(typeof text).toBe('string');
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        } catch (error) {
          expect(error).toMatchObject({ kind: 'invalid', message: expect.stringContaining('not a text file') });
        }
      }),
    );
  });
});

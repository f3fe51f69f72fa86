import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldCase } from '../../../main/engine/search/analyser/folding.ts';
import { stem, stemmedLanguages } from '../../../main/engine/search/analyser/stemming.ts';

/** Forms of one word, which are found by each other. */
describe('one stem', () => {
  test.each([
    ['bg', 'министър министърът'],
    ['bg', 'град града градът'],
    ['bg', 'санкцията санкции'],
    ['bg', 'пазар пазари пазарите'],
    ['el', 'λιμάνι λιμάνια λιμανιών'],
    ['hi', 'बाज़ार बाज़ारों'],
    ['hy', 'նավահանգիստ նավահանգիստը'],
    ['id', 'pelabuhan pelabuhannya'],
    ['lt', 'uostas uostai uostų'],
    ['sr', 'лука луке луку'],
    ['sr', 'luka luke luku'],
    ['ta', 'துறைமுகம் துறைமுகங்கள்'],
  ])('%s: %s', (language, forms) => {
    expect(new Set(forms.split(' ').map((form) => stem(foldCase(form), language))).size).toBe(1);
  });
});

test('Serbian has the same stem in either script', () => {
  expect(stem('санкције', 'sr')).toBe(stem('sankcije', 'sr'));
});

test('no word makes a stemmer fail, and none is stemmed to nothing', () => {
  const letters = fc.constantFrom(
    ...'abcdeghiklmnoprstuvzàçéėïñøšųąćășțğıß',
    ...'абвгдежзийклмнопрстуфхцчшщъьюяіїђћљњџ',
    ...'αάβγδεζηθικλμνξοπρσςτυφχψω',
    ...'اأبتثجدذرزسشصطعغفقكلمنهوية',
    ...'կմնրստհաեիոու',
    ...'कखगतदनपमरलसाीुोंँ्',
    ...'கதநபமரளவுிாங்ட',
  );
  const word = fc.string({ unit: letters, minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(word, fc.constantFrom(...stemmedLanguages), (some, language) => {
      expect(stem(foldCase(some), language)).not.toBe('');
    }),
    { numRuns: 3_000 },
  );
});

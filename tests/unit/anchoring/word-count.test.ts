import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countSegments, countWords } from '../../../anchoring/index.ts';

test.each([
  ['The ferry didn’t run.', 4],
  ['3.14 or 1,000,000; e.g. U.S.A.', 5],
  ['снег_и_лёд — всё', 2],
  ['渡口停航了', 3],
  ['', 0],
])('%j has %i words', (text, words) => {
  expect(countWords(text, 'und')).toBe(words);
});

test('words counted the short way are those that the standard counts', () => {
  const unit = fc.oneof(
    fc.constantFrom(...`ab1_.,;:'’‘ -–—\n\r\t"·éж€№/@¸ßªA0`),
    fc.integer({ min: 0, max: 0x52f }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
      expect(countWords(text, 'en')).toBe(countSegments(text, 'en'));
    }),
    { numRuns: 20_000 },
  );
});

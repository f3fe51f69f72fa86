import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, eventWords, readEvent } from '../../../contract/index.ts';

describe('an event’s date in words', () => {
  test.each([
    ['2024', '2024'],
    ['0079', '79'],
    ['2024-05', 'May 2024'],
    ['2024-05-12', '12 May 2024'],
    ['2024-21', 'spring 2024'],
    ['2024-23', 'autumn 2024'],
    ['2024-24', 'winter 2024–25'],
    ['2024-05-12/2024-07-03', '12 May 2024 – 3 July 2024'],
    ['2024-05/2024-22', 'May 2024 – summer 2024'],
    ['not known', 'not known'],
  ])('%s is %s', (date, words) => {
    expect(eventWords(date, 'en-GB')).toBe(words);
  });
});

describe('what is understood of what people type', () => {
  test.each([
    ['2024', '2024'],
    [' 2024 ', '2024'],
    ['2024-05', '2024-05'],
    ['2024-05-12', '2024-05-12'],
    ['2024/5/12', '2024-05-12'],
    ['2024.05.12', '2024-05-12'],
    ['05.2024', '2024-05'],
    ['5/2024', '2024-05'],
    ['12.05.2024', '2024-05-12'],
    ['1.5.2024', '2024-05-01'],
    ['May 2024', '2024-05'],
    ['may, 2024', '2024-05'],
    ['Sept. 2024', '2024-09'],
    ['12 May 2024', '2024-05-12'],
    ['12th of May 2024', '2024-05-12'],
    ['May 12, 2024', '2024-05-12'],
    ['spring 2024', '2024-21'],
    ['Spring of 2024', '2024-21'],
    ['fall 2024', '2024-23'],
    ['winter 2024/25', '2024-24'],
    ['winter 2024–25', '2024-24'],
    ['2024-21', '2024-21'],
    ['2024-05/2024-07', '2024-05/2024-07'],
    ['May 2024 – July 2024', '2024-05/2024-07'],
    ['May - July 2024', '2024-05/2024-07'],
    ['May–July 2024', '2024-05/2024-07'],
    ['12–15 May 2024', '2024-05-12/2024-05-15'],
    ['from 12 May 2024 to 3 July 2024', '2024-05-12/2024-07-03'],
    ['2023–2024', '2023/2024'],
    ['2023-2024', '2023/2024'],
    ['май 2024', '2024-05'],
    ['12 мая 2024 г.', '2024-05-12'],
    ['2024 год', '2024'],
    ['весна 2024', '2024-21'],
    ['весной 2024 года', '2024-21'],
    ['с мая 2024 по июль 2024', '2024-05/2024-07'],
    ['2024年', '2024'],
    ['2024年5月', '2024-05'],
    ['2024年5月12日', '2024-05-12'],
    ['2024年春季', '2024-21'],
    ['2024年5月至2024年7月', '2024-05/2024-07'],
  ])('%s is %s', (typed, date) => {
    expect(readEvent(typed)).toBe(date);
  });

  test.each([
    '',
    'soon',
    'May',
    '5/12/2024',
    '31.02.2024',
    '32 May 2024',
    '2024-13',
    '12 spring 2024',
    'July – May 2024',
    '24',
    '2024 2025',
  ])('%j is not understood', (typed) => {
    expect(readEvent(typed)).toBeNull();
  });

  test('what is shown is understood again', () => {
    const parts = fc.tuple(fc.integer({ min: 1000, max: 9998 }), fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 31 }));
    const two = (number: number) => String(number).padStart(2, '0');
    const date = parts.chain(([year, month, day]) =>
      fc.constantFrom(`${year}`, `${year}-${two(month)}`, `${year}-${two(month)}-${two(day)}`),
    );
    const event = fc
      .oneof(
        date,
        fc.tuple(date, date).map((both) => both.join('/')),
      )
      .filter((each) => daysOf(each) !== null);
    fc.assert(
      fc.property(event, (each) => {
        expect(readEvent(eventWords(each, 'en-GB'))).toBe(each);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { directionOf } from '../../../../renderer/search/concordance/direction.ts';

describe('a line of a concordance is read the way of most of its letters', () => {
  test.each([
    ['English', 'the port was closed for two days', 'ltr'],
    ['Russian', 'порт был закрыт два дня', 'ltr'],
    ['Chinese', '港口关闭了两天', 'ltr'],
    ['Arabic', 'أغلق الميناء يومين', 'rtl'],
    ['Hebrew', 'הנמל נסגר ליומיים', 'rtl'],
    ['Persian', 'بندر دو روز بسته بود', 'rtl'],
    ['Arabic that begins with a name in Latin letters', 'Brent: ارتفعت أسعار النفط في الأسواق العالمية', 'rtl'],
    ['English that names an Arabic word', 'the word ميناء means port in Arabic', 'ltr'],
    ['numbers alone', '2024 – 12.5', 'ltr'],
  ])('%s', (_name, line, expected) => {
    expect(directionOf(line)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParagraphDifference } from '../../../../contract/index.ts';
import { differences } from '../../../../main/engine/versions/differences.ts';

/** Removed words as [-…-], added ones as {+…+}, a line’s end as ¶ where both texts have it. */
function shown(paragraphs: readonly ParagraphDifference[]): string {
  const around = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  const paint = (kind: keyof typeof around, text: string) => around[kind].join(text);
  return paragraphs
    .map(({ parts, end }) => parts.map(({ kind, text }) => paint(kind, text)).join('') + (end === null ? '' : paint(end, '¶')))
    .join('\n');
}

/** The text that one side of the differences makes. */
function side(paragraphs: readonly ParagraphDifference[], other: 'added' | 'removed'): string {
  return paragraphs
    .map(({ parts, end }) => {
      const words = parts.filter(({ kind }) => kind !== other).map(({ text }) => text);
      return words.join('') + (end === null || end === other ? '' : '\n');
    })
    .join('');
}

describe('two texts word by word', () => {
  test.each([
    ['nothing changed', 'en', 'Wheat is dear.', 'Wheat is dear.', 'Wheat is dear.'],
    ['a word replaced', 'en', 'Wheat is dear.', 'Wheat is cheap.', 'Wheat is [-dear-]{+cheap+}.'],
    ['a word put in', 'en', 'Wheat is dear.', 'Wheat is very dear.', 'Wheat is {+very +}dear.'],
    [
      'words in a row are one change',
      'en',
      'The old port is shut.',
      'The new harbour is shut.',
      'The [-old port-]{+new harbour+} is shut.',
    ],
    ['in Russian', 'ru', 'Пшеница подорожала весной.', 'Пшеница подешевела весной.', 'Пшеница [-подорожала-]{+подешевела+} весной.'],
    ['in Chinese', 'zh', '小麦价格上涨。', '大米价格上涨。', '[-小麦-]{+大米+}价格上涨。'],
    ['a paragraph put in', 'en', 'One.\nThree.', 'One.\nTwo.\nThree.', 'One.¶\n{+Two.+}{+¶+}\nThree.'],
    ['a paragraph taken out', 'en', 'One.\nTwo.\nThree.', 'One.\nThree.', 'One.¶\n[-Two.-][-¶-]\nThree.'],
    ['a paragraph split', 'en', 'First half. Second half.', 'First half.\nSecond half.', 'First half.[- -]{+¶+}\nSecond half.'],
    ['all of it taken out', 'en', 'Wheat', '', '[-Wheat-]'],
    ['all of it new', 'en', '', 'Wheat', '{+Wheat+}'],
    ['nothing at all', 'en', '', '', ''],
    [
      'sentences with a “the” in common are two sentences',
      'en',
      'Ministers will meet in the capital to talk about grain.',
      'Snow closed the northern passes for nearly a week.',
      '[-Ministers will meet in the capital to talk about grain-]{+Snow closed the northern passes for nearly a week+}.',
    ],
  ])('%s', (_, language, before, after, expected) => {
    expect(shown(differences(before, after, language))).toBe(expected);
  });

  test('make both texts, letter for letter', () => {
    const word = fc.constantFrom('the', 'wheat', 'rye', ' ', '\n', '.', '小麦', '价格', 'ё', '👩‍👧', '\ud83c', '');
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const paragraphs = differences(before, after, 'en');
        expect(side(paragraphs, 'added')).toBe(before);
        expect(side(paragraphs, 'removed')).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  test('a paragraph moved and others reworded leave what stayed as it was', () => {
    const lines = Array.from(
      { length: 200 },
      (_, line) => `Report ${line} from station ${line * 7} says the river stood at ${line} metres.`,
    );
    const moved = [...lines.slice(1, 150), lines[0] ?? '', ...lines.slice(150)];
    const reworded = moved.map((line, index) => (index % 3 === 0 ? line.replace('stood', 'rose').replace('metres', 'feet') : line));
    const parts = differences(lines.join('\n'), reworded.join('\n'), 'en').flatMap((paragraph) => paragraph.parts);
    const changed = parts.filter(({ kind }) => kind !== 'same').reduce((length, { text }) => length + text.length, 0);
    expect(changed).toBeLessThan(3_000);
  });
});

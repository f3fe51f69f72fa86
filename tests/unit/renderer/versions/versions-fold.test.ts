import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParagraphDifference } from '../../../../contract/index.ts';
import { changesIn, foldUnchanged } from '../../../../renderer/versions/comparison/fold.ts';

/** A comparison written as letters: `=` unchanged, `+` came, `-` went, `~` has words of both, `¶` only its end came. */
function comparison(letters: string): ParagraphDifference[] {
  return Array.from(letters, (letter): ParagraphDifference => {
    if (letter === '+') return { parts: [{ kind: 'added', text: 'new' }], end: 'added' };
    if (letter === '-') return { parts: [{ kind: 'removed', text: 'old' }], end: 'removed' };
    if (letter === '¶') return { parts: [], end: 'added' };
    const same = { kind: 'same' as const, text: 'as it was' };
    return { parts: letter === '~' ? [same, { kind: 'added', text: ' and more' }] : [same], end: 'same' };
  });
}

/** Rows as the same letters, folded paragraphs as their number. */
function shown(letters: string, opened: number[] = []): string {
  return foldUnchanged(comparison(letters), new Set(opened))
    .map((row) => (row.kind === 'folded' ? `(${row.count})` : letters[row.at]))
    .join('');
}

describe('what stands unchanged is folded', () => {
  test.each([
    ['nothing differs', '=====', '(5)'],
    ['one paragraph stays on either side of a change', '=====~=====', '(4)=~=(4)'],
    ['a change at the beginning and at the end', '+=====-', '+=(3)=-'],
    ['what is as short as the line that stood for it is shown', '~===~', '~===~'],
    ['four between two changes', '~====~', '~=(2)=~'],
    ['a paragraph split in two', '====¶====', '(3)=¶=(3)'],
    ['changes side by side', '===-+~===', '(2)=-+~=(2)'],
    ['an empty document', '', ''],
  ])('%s', (_, letters, rows) => expect(shown(letters)).toBe(rows));

  test('until it is opened', () => {
    expect(shown('=====~=====', [0])).toBe('=====~=(4)');
    expect(shown('=====~=====', [7])).toBe('(4)=~=====');
  });

  test('no paragraph is lost, doubled or out of order, and no change is folded', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('=', '=', '=', '+', '-', '~')), fc.array(fc.nat(30)), (letters, opened) => {
        const paragraphs = comparison(letters.join(''));
        const rows = foldUnchanged(paragraphs, new Set(opened));
        const covered = rows.flatMap((row) =>
          row.kind === 'folded' ? Array.from({ length: row.count }, (_, index) => row.from + index) : [row.at],
        );
        expect(covered).toEqual(paragraphs.map((_, index) => index));
        const drawn = rows.filter((row) => row.kind === 'paragraph' && row.changed).length;
        expect(drawn).toBe(letters.filter((letter) => letter !== '=').length);
      }),
    );
  });
});

test('one goes from change to change, those side by side being one', () => {
  const rows = foldUnchanged(comparison('=====-+=====~'), new Set());
  expect(changesIn(rows).map((index) => rows[index])).toMatchObject([{ at: 5 }, { at: 12 }]);
});

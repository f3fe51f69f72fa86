import { expect, test } from 'vitest';
import { readingNotices } from '../../../../renderer/library/details/reading-notices.ts';

const scanned = 'Pages 3–5 have no text layer.';

test.each<[string, Parameters<typeof readingNotices>[0], string[]]>([
  ['a file that was read as it is', { notices: [], encoding: 'utf-8', confidence: 0.99 }, []],
  ['a file that is not text', { notices: [scanned], encoding: null, confidence: null }, [scanned]],
  [
    'a text whose encoding was guessed',
    { notices: [scanned], encoding: 'windows-1251', confidence: 0.42 },
    [scanned, expect.stringContaining('windows-1251, 42%')],
  ],
])('%s', (_, original, told) => expect(readingNotices(original)).toEqual(told));

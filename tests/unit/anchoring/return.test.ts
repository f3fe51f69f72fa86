import { describe, expect, test } from 'vitest';
import { placeOfReturn } from '../../../anchoring/index.ts';

const gone = (quote: string, prefix: string, suffix: string) => ({ quote, prefix, suffix });

describe('the words of a detached passage', () => {
  test.each([
    ['stand again where they stood', 'The port froze again.', gone('froze', 'The port ', ' again.'), 'froze'],
    ['stand again in a text that grew elsewhere', 'New. The port froze again. And more.', gone('froze', 'The port ', ' again.'), 'froze'],
    ['are the end of the document', 'The port froze', gone('froze', 'The port ', ''), 'froze'],
    ['are the whole document', 'froze', gone('froze', '', ''), 'froze'],
    ['run over two paragraphs', 'a\none\ntwo\nb', gone('one\ntwo', 'a\n', '\nb'), 'one\ntwo'],
  ])('%s', (_name, text, passage, words) => {
    const place = placeOfReturn(text, passage);
    expect(place && text.slice(place.start, place.end)).toBe(words);
  });

  test.each([
    ['stand nowhere', 'The port thawed again.', gone('froze', 'The port ', ' again.')],
    ['stand between other words', 'The lake froze again.', gone('froze', 'The port ', ' again.')],
    ['are written otherwise', 'The port Froze again.', gone('froze', 'The port ', ' again.')],
    ['stand twice in the same surroundings', 'It froze. It froze. ', gone('froze', 'It ', '. ')],
    ['were the whole document and are a part of it', 'it froze', gone('froze', '', '')],
    ['stood in two parts', 'one gap two', gone('one … two', '', '')],
  ])('are not guessed at where they %s', (_name, text, passage) => expect(placeOfReturn(text, passage)).toBeNull());
});

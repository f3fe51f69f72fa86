import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { readSubtitles } from '../../../../main/engine/imports/formats/subtitles.ts';
import { attribute, rawText } from '../../../../main/engine/imports/html/hast.ts';
import { fixture } from '../fixtures.ts';
import { outlineOf } from './outline.ts';

const decode = (name: string) => new TextDecoder().decode(fixture(name));

/** Each paragraph with its time. */
const timed = (source: string): string[] =>
  readSubtitles(source)
    .tree.children.filter((child): child is Element => child.type === 'element')
    .map((cue) => `${attribute(cue, 'dataLocator')} ${rawText(cue)}`);

test('SubRip', () => {
  expect(timed(decode('seed.srt'))).toEqual(['00:00:01 KEEPER: The lock opens on Monday.', '00:12:03 - And the tolls?- They stay.']);
  expect(outlineOf(readSubtitles(decode('seed.srt')))).toEqual(['p KEEPER: The lock opens on Monday.', 'p - And the tolls?\n- They stay.']);
});

test('WebVTT', () => {
  expect(timed(decode('seed.vtt'))).toEqual(['00:00:01 Ida Marsh: The lock opens on Monday.', '01:00:02 Tolls & dues stay.']);
  expect(readSubtitles(decode('seed.vtt')).claims).toMatchObject({ title: 'The lock', language: 'en' });
});

describe('cues as they are found', () => {
  const cue = (text: string) => `1\n00:00:01,000 --> 00:00:02,000\n${text}\n`;
  test.each([
    [
      'without blank lines',
      '1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n',
      ['00:00:01 One.', '00:00:02 Two.'],
    ],
    ['without numbers', '00:00:01,000 --> 00:00:02,000\nOne.\n\n00:00:02,000 --> 00:00:03,000\nTwo.\n', ['00:00:01 One.', '00:00:02 Two.']],
    ['a point for the comma, no fraction', '1\n0:00:01.5 --> 0:00:02\nOne.\n', ['00:00:01 One.']],
    ['a blank line in the text', cue('One\n\ntwo.'), ['00:00:01 One two.']],
    ['a cue without text', `${cue('')}\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n`, ['00:00:02 Two.']],
    ['a number that is said', cue('42'), ['00:00:01 42']],
    ['tags, and < that is none', cue('<font color="#ff0000">2 < 3</font> & <b>more</b>'), ['00:00:01 2 < 3 & more']],
    ['a script', cue('<script>alert(1)</script>Text.'), ['00:00:01 alert(1)Text.']],
    ['Chinese on two lines', cue('港口在三月\n关闭。'), ['00:00:01 港口在三月关闭。']],
    ['a sentence that begins with a word and a colon', cue('Remember: the lock.'), ['00:00:01 Remember: the lock.']],
  ])('%s', (_, source, cues) => {
    expect(timed(source)).toEqual(cues);
  });
});

test('times that cannot be read are told of by their lines', () => {
  const { notices } = readSubtitles('1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:xx --> 00:00:03\nTwo.\n');
  expect(notices).toEqual(['1 subtitle has a time that cannot be read and was left in the original: line 6.']);
});

test.each([
  ['plain text', 'The lock opens on Monday.\n'],
  ['a header alone', 'WEBVTT\n\nNOTE nothing\n'],
])('refused: %s', (_, source) => {
  expect(() => readSubtitles(source)).toThrow(
    expect.objectContaining({ kind: 'invalid', message: expect.stringContaining('no subtitles in it') }),
  );
});

import type { Element, ElementContent } from 'hast';
import { ArmillaryError } from '../../../../contract/index.ts';
import { noClaims } from '../claims.ts';
import type { Draft } from '../draft.ts';
import { rawText } from '../html/hast.ts';
import { parsePiece } from '../html/parse-html.ts';
import { block } from './pieces.ts';

/** More than a day of speech. */
const mostCues = 200_000;

/** `00:12:03,500 --> 00:12:06,000`, hours optional, and what WebVTT says after it of the place on the screen. */
const timing =
  /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,]\d{1,3})?[ \t]*-->[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?(?:[ \t].*)?$/;
/** Something that was meant to be one. */
const almostTiming = /-->/;

interface Cue {
  /** When it begins, `00:12:03`. */
  time: string;
  lines: string[];
}

/** Subtitles, SubRip or WebVTT: a paragraph a cue, with its time as the locator and the speaker where one is named. */
export function readSubtitles(source: string): Draft {
  const { cues, bad } = cuesIn(source);
  const children = cues.flatMap(paragraphOf);
  if (children.length === 0) {
    throw new ArmillaryError(
      'invalid',
      'There are no subtitles in it: no line says from when to when a text is shown. Nothing was imported.',
    );
  }
  const notices = bad.length === 0 ? [] : [noticeOf(bad)];
  return { tree: { type: 'root', children }, claims: { ...noClaims, ...headerOf(source) }, base: null, notices };
}

function noticeOf(bad: readonly number[]): string {
  const shown = bad.slice(0, 5).join(', ');
  const more = bad.length > 5 ? ` and ${bad.length - 5} more` : '';
  return bad.length === 1
    ? `1 subtitle has a time that cannot be read and was left in the original: line ${shown}.`
    : `${bad.length} subtitles have times that cannot be read and were left in the original: lines ${shown}${more}.`;
}

/** The cues in order, and the numbers of the lines whose time cannot be read. */
function cuesIn(source: string): { cues: Cue[]; bad: number[] } {
  const cues: Cue[] = [];
  const bad: number[] = [];
  let open: Cue | null = null;
  const lines = source.split('\n');
  lines.forEach((written, index) => {
    const line = written.trim();
    const time = timing.exec(line);
    if (time !== null) {
      // SubRip files without blank lines: the number of this cue went to the one before.
      if (open !== null && isNumber(open.lines.at(-1))) open.lines.pop();
      open = { time: timeOf(time), lines: [] };
      cues.push(open);
      boundCues(cues.length);
    } else if (almostTiming.test(line)) {
      bad.push(index + 1);
      open = null;
    } else if (line === '' && (open === null || !goesOn(lines, index))) open = null;
    else if (open !== null && line !== '') open.lines.push(line);
  });
  return { cues, bad };
}

/** A blank line within a cue's text: no cue, number or block begins right after it. */
function goesOn(lines: readonly string[], blank: number): boolean {
  const [next = '', afterNext = ''] = lines.slice(blank + 1, blank + 3).map((line) => line.trim());
  if (next === '' || almostTiming.test(next) || almostTiming.test(afterNext)) return false;
  return !/^(NOTE|STYLE|REGION)\b/.test(next);
}

function boundCues(count: number): void {
  if (count <= mostCues) return;
  throw new ArmillaryError(
    'unsupported',
    `There are more than ${mostCues.toLocaleString('en')} subtitles in it, the most that are read. It was not imported: split it and import the parts.`,
  );
}

function isNumber(line: string | undefined): boolean {
  return line !== undefined && /^\d+$/.test(line);
}

/** Chapters of WebVTT and half of SubRip write hours only where there are some. */
function timeOf([, hours = '0', minutes = '', seconds = '']: RegExpExecArray): string {
  return [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':');
}

function paragraphOf({ time, lines }: Cue): Element[] {
  const text = lines.join('\n').replace(/\{\\[^}]{0,200}\}/g, '');
  const voice = /<v(?:\.[\w.]{1,200})?[ \t]{1,10}([^>]{1,200})>/.exec(text)?.[1]?.trim();
  const spoken = plain(text).trim();
  if (spoken === '') return [];
  const named = /^([\p{Lu}][\p{Lu}\p{N} .'’-]{0,40}):\s+(?=\S)/u.exec(spoken);
  const speaker = voice ?? named?.[1];
  const said = voice === undefined ? spoken.slice(named?.[0].length ?? 0) : spoken;
  const children: ElementContent[] = [
    ...(speaker === undefined ? [] : [block('b', `${speaker}:`), { type: 'text' as const, value: ' ' }]),
    // One sentence on two lines of the screen is one line of text; speakers in turn, each behind a dash, keep theirs.
    ...said
      .split(/\n(?=[-–—])/)
      .flatMap((line, index): ElementContent[] => [...(index === 0 ? [] : [block('br', '')]), { type: 'text', value: joined(line) }]),
  ];
  return [{ type: 'element', tagName: 'p', properties: { dataLocator: time }, children }];
}

/** Chinese and Japanese lines are joined without a space. */
function joined(text: string): string {
  return text.replace(/(\S)\s*\n\s*(?=(\S))/g, (_, left: string, right: string) => (isWide(left) && isWide(right) ? left : `${left} `));
}

function isWide(character: string): boolean {
  return /[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uff60]/.test(character);
}

/** Without the tags of either format; `<` alone is a letter. */
function plain(text: string): string {
  return /[<&]/.test(text) ? rawText(parsePiece(text.replace(/<(?![/a-z])/gi, '&lt;'))) : text;
}

/** What WebVTT may say in its first lines: `WEBVTT - The title`, `Language: en`. */
function headerOf(source: string): { title: string; language: string } {
  const [head = ''] = source.trimStart().split(/\n\s*\n/, 1);
  if (!head.startsWith('WEBVTT')) return { title: '', language: '' };
  const title = /^WEBVTT[ \t]+(?:[-–—][ \t]*)?(.+)/.exec(head)?.[1]?.trim() ?? '';
  return { title, language: /\nLanguage:[ \t]*([\w-]+)/i.exec(head)?.[1] ?? '' };
}

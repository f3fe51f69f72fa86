import { isUtf8 } from 'node:buffer';
import { languageByTrigrams } from '../language/language.ts';
import { countBeyond, decodeAs } from './encodings.ts';
import { plausibility, type Writing } from './plausibility.ts';

export interface Detected {
  encoding: string;
  /** 0 to 1. */
  confidence: number;
}

interface Candidate {
  encoding: string;
  writing: Writing;
  /** What a rarer encoding must be better by, so that it is taken only where it reads better. */
  handicap: number;
}

const candidates: readonly Candidate[] = [
  { encoding: 'windows-1251', writing: 'cyrillic', handicap: 0 },
  { encoding: 'koi8-r', writing: 'cyrillic', handicap: 0.01 },
  { encoding: 'ibm866', writing: 'cyrillic', handicap: 0.01 },
  { encoding: 'koi8-u', writing: 'cyrillic', handicap: 0.03 },
  { encoding: 'iso-8859-5', writing: 'cyrillic', handicap: 0.04 },
  { encoding: 'x-mac-cyrillic', writing: 'cyrillic', handicap: 0.015 },
  { encoding: 'windows-1252', writing: 'latin', handicap: 0 },
  { encoding: 'windows-1250', writing: 'latin', handicap: 0.02 },
  { encoding: 'windows-1254', writing: 'latin', handicap: 0.03 },
  { encoding: 'windows-1257', writing: 'latin', handicap: 0.03 },
  { encoding: 'iso-8859-2', writing: 'latin', handicap: 0.04 },
  { encoding: 'macintosh', writing: 'latin', handicap: 0.06 },
  { encoding: 'windows-1253', writing: 'greek', handicap: 0 },
  { encoding: 'iso-8859-7', writing: 'greek', handicap: 0.01 },
  { encoding: 'windows-1255', writing: 'hebrew', handicap: 0 },
  { encoding: 'windows-1256', writing: 'arabic', handicap: 0 },
  { encoding: 'iso-8859-6', writing: 'arabic', handicap: 0.03 },
  { encoding: 'windows-874', writing: 'thai', handicap: 0 },
  { encoding: 'gb18030', writing: 'simplified', handicap: 0 },
  { encoding: 'gb18030', writing: 'traditional', handicap: 0.05 },
  { encoding: 'big5', writing: 'traditional', handicap: 0 },
  { encoding: 'shift_jis', writing: 'japanese', handicap: 0 },
  { encoding: 'euc-jp', writing: 'japanese', handicap: 0 },
  { encoding: 'euc-kr', writing: 'korean', handicap: 0 },
];
const writings = [...new Set(candidates.map(({ writing }) => writing))];

/** How much of a file is looked at. Bytes. */
const sampleBytes = 32_000;
const escapeByte = 0x1b;
/** Characters beyond ASCII by which an encoding is judged: at a glance, and where it is near the best. */
const glance = 100;
const enough = 600;
/** How far below the best an encoding may be at a glance. */
const nearby = 0.4;
/** Below this, a text is noise in any encoding. */
const leastScore = 0.15;
/** Characters beyond ASCII by which a text is known as well as it can be. */
const plenty = 12;
/** Share of ASCII by which a text is one though its other letters make no sense. */
const plainShare = 0.7;
/** What a guess must be better by than the next to be sure. */
const clearLead = 0.08;

/** The encoding that makes the most of a text without a mark; null where none makes sense of it. */
export function detectEncoding(bytes: Uint8Array): Detected | null {
  if (hasControls(bytes)) return detectWide(bytes);
  // Valid UTF-8 is hardly ever anything else.
  if (isUtf8(bytes)) return (bytes.includes(escapeByte) ? isoJapanese(bytes) : null) ?? { encoding: 'utf-8', confidence: 0.99 };
  return damagedUtf8(bytes) ?? best(sampleOf(bytes)) ?? detectWide(bytes) ?? mostlyPlain(bytes);
}

/** UTF-8 that is broken in a place or two, or cut short, is still UTF-8. */
function damagedUtf8(bytes: Uint8Array): Detected | null {
  const text = decodeAs(bytes, 'utf-8');
  const beyond = countBeyond(text);
  const bad = text.split('\ufffd').length - 1;
  return bad <= 1 + beyond * 0.02 && beyond >= 8 ? { encoding: 'utf-8', confidence: 0.8 } : null;
}

/** Text in an encoding that nobody decodes any more, or in several: its plain letters can be read. */
function mostlyPlain(bytes: Uint8Array): Detected | null {
  const plain = bytes.reduce((count, byte) => (byte < 0x80 ? count + 1 : count), 0);
  return plain >= bytes.length * plainShare ? { encoding: 'windows-1252', confidence: 0.1 } : null;
}

/** Bytes that stand in no text but in that of two or four bytes a character, where they are halves. */
function hasControls(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const looked = bytes.subarray(0, sampleBytes);
  let controls = 0;
  // Every file is looked at so: by its index a byte is read in a tenth of the time that iterating takes.
  for (let at = 0; at < looked.length; at += 1) {
    const byte = looked[at] ?? 0;
    if (byte < 9 || (byte > 13 && byte < 27)) controls += 1;
  }
  return controls > looked.length * 0.02;
}

/** Text in seven bits that switches to Japanese by escapes (RFC 1468), as mail does. */
function isoJapanese(bytes: Uint8Array): Detected | null {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, sampleBytes));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what tells.
  return /\u001b\$[@B][!-~]{2}/.test(start) ? { encoding: 'iso-2022-jp', confidence: 0.95 } : null;
}

function best(sample: Uint8Array): Detected | null {
  const likely = likelyLanguage(sample);
  const glanced = candidates.map((candidate) => ({ candidate, ...judge(sample, candidate, () => likely, glance) })).sort(byScore);
  // Most are plainly wrong at a glance; the rest are read further.
  const least = (glanced[0]?.score ?? 0) - nearby;
  const judged = glanced
    .filter(({ score }) => score >= least)
    .map(({ candidate }) => judge(sample, candidate, (text) => languageIn(text) || likely, enough))
    .sort(byScore);
  const [first] = judged;
  if (first === undefined || first.score < leastScore) return null;
  // Another that reads the same is no rival.
  const rival = [...judged, ...glanced].filter(({ text }) => text !== first.text).sort(byScore)[0];
  return { encoding: first.encoding, confidence: confidenceOf(first.score, rival?.score ?? -1, countBeyond(first.text)) };
}

function judge(sample: Uint8Array, { encoding, writing, handicap }: Candidate, languageOf: (text: string) => string, most: number) {
  const text = decodeAs(sample, encoding);
  const language = writing === 'latin' ? languageOf(text) : '';
  return { encoding, text, score: plausibility(text, writing, language, most) - handicap };
}

function byScore(left: { score: number }, right: { score: number }): number {
  return right.score - left.score;
}

function confidenceOf(score: number, rival: number, beyond: number): number {
  const lead = Math.min(1, Math.max(0, score - rival) / clearLead);
  const size = Math.min(1, beyond / plenty);
  return Math.round(100 * Math.min(0.98, Math.max(0.1, score) * (0.5 + 0.5 * lead) * (0.5 + 0.5 * size) + 0.1)) / 100;
}

/** The language of Latin text by its plain letters, which all encodings share; '' where there are too few or none of Latin's. */
function likelyLanguage(sample: Uint8Array): string {
  return languageIn(decodeAs(sample, 'windows-1252').replace(/[^\p{L}]+/gu, ' '));
}

function languageIn(text: string): string {
  if ((text.match(/[a-z]/gi)?.length ?? 0) < 60) return '';
  return languageByTrigrams(text) ?? '';
}

/** UTF-16 and UTF-32 without a mark: zero bytes in every second or fourth place, or text that makes sense as such. */
function detectWide(bytes: Uint8Array): Detected | null {
  const sample = bytes.subarray(0, sampleBytes - (sampleBytes % 4));
  const wide = ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'].map((encoding) => {
    const text = decodeAs(sample, encoding);
    return { encoding, text, score: wideScore(text) };
  });
  wide.sort((left, right) => right.score - left.score);
  const [first, second] = wide;
  if (first === undefined || first.score < 0.4) return null;
  return { encoding: first.encoding, confidence: confidenceOf(first.score, second?.score ?? -1, first.text.length) };
}

/** ASCII counts in full here: that it comes out at all tells. */
function wideScore(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no text holds them.
  if (text === '' || /[\u0000-\u0008\u000e-\u001f]/.test(text)) return -1;
  const plain = text.match(/[\t\n\r -~]/g)?.length ?? 0;
  const beyond = countBeyond(text);
  const most = beyond === 0 ? 0 : Math.max(...writings.map((writing) => plausibility(text, writing, languageIn(text), enough)));
  return (plain + beyond * most) / (plain + beyond);
}

/** The lines of a file that have something beyond ASCII in them, up to `sampleBytes`. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  let at = 0;
  while (at < bytes.length && size < sampleBytes) {
    const end = bytes.indexOf(0x0a, at);
    const line = bytes.subarray(at, end < 0 ? bytes.length : end + 1);
    at += line.length;
    if (line.every((byte) => byte < 0x80)) continue;
    const part = line.subarray(0, sampleBytes - size);
    parts.push(part);
    size += part.length;
  }
  return Buffer.concat(parts);
}

/** A piece of an RTF file. */
export type RtfToken =
  | { type: 'open' }
  | { type: 'close' }
  /** A control word, `par` or `b`, or a control symbol, `~`; `value` is the number after it. */
  | { type: 'control'; word: string; value: number | null }
  /** Text as bytes of the code page in force: what stands as it is, and what is written as `\'hh`. */
  | { type: 'bytes'; bytes: Uint8Array };

const [backslash, braceOpen, braceClose, quote, lineFeed, carriageReturn, space, minus] = [0x5c, 0x7b, 0x7d, 0x27, 10, 13, 32, 45];

/** Takes an RTF file apart. Lines ends mean nothing in RTF; data after `\bin` is passed over. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === braceOpen || byte === braceClose) {
      yield { type: byte === braceOpen ? 'open' : 'close' };
      at += 1;
    } else if (byte === backslash && bytes[at + 1] !== quote) {
      const control = readControl(bytes, at + 1);
      at = control.end;
      if (control.word === 'bin') at += Math.max(0, control.value ?? 0);
      else yield { type: 'control', word: control.word, value: control.value };
    } else if (byte === lineFeed || byte === carriageReturn || byte === 0) at += 1;
    else {
      const text: number[] = [];
      at = readText(bytes, at, text);
      if (text.length > 0) yield { type: 'bytes', bytes: Uint8Array.from(text) };
    }
  }
}

/** Letters and a number, or one character that is no letter; a space after a word belongs to it. */
function readControl(bytes: Uint8Array, start: number): { word: string; value: number | null; end: number } {
  let at = start;
  while (isLetter(bytes[at]) && at - start < longestWord) at += 1;
  if (at === start) return { word: String.fromCharCode(bytes[at] ?? space), value: null, end: at + 1 };
  const word = ascii(bytes, start, at);
  const number = at;
  if (bytes[at] === minus && isDigit(bytes[at + 1])) at += 1;
  while (isDigit(bytes[at]) && at - number < longestNumber) at += 1;
  const value = at === number ? null : Number(ascii(bytes, number, at));
  return { word, value, end: bytes[at] === space ? at + 1 : at };
}

/** The specification's bounds. */
const longestWord = 32;
const longestNumber = 11;

function readText(bytes: Uint8Array, start: number, text: number[]): number {
  let at = start;
  while (at < bytes.length && text.length < longestText) {
    const byte = bytes[at] ?? 0;
    if (byte === braceOpen || byte === braceClose) break;
    if (byte !== backslash) {
      if (byte !== lineFeed && byte !== carriageReturn && byte !== 0) text.push(byte);
      at += 1;
    } else if (bytes[at + 1] !== quote) break;
    else {
      const code = Number.parseInt(ascii(bytes, at + 2, at + 4), 16);
      if (!Number.isNaN(code)) text.push(code);
      at += 4;
    }
  }
  return at;
}

/** Bytes handed over at once. A character of two bytes cut here would be misread, but no paragraph is so long. */
const longestText = 1_000_000;

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function isLetter(byte = 0): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

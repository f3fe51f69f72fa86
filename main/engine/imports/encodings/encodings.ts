/** An encoding that a person can choose for a file. */
export interface Encoding {
  /** As the Encoding Standard names it; UTF-32, which the standard leaves out, by its own name. */
  label: string;
  /** For people. */
  name: string;
}

/** What a person can choose from, the likeliest first. */
export const encodings: readonly Encoding[] = [
  { label: 'utf-8', name: 'Unicode (UTF-8)' },
  { label: 'utf-16le', name: 'Unicode (UTF-16)' },
  { label: 'utf-16be', name: 'Unicode (UTF-16, big-endian)' },
  { label: 'utf-32le', name: 'Unicode (UTF-32)' },
  { label: 'utf-32be', name: 'Unicode (UTF-32, big-endian)' },
  { label: 'windows-1251', name: 'Cyrillic (Windows-1251)' },
  { label: 'koi8-r', name: 'Cyrillic (KOI8-R)' },
  { label: 'koi8-u', name: 'Cyrillic (KOI8-U)' },
  { label: 'ibm866', name: 'Cyrillic (DOS, IBM866)' },
  { label: 'iso-8859-5', name: 'Cyrillic (ISO-8859-5)' },
  { label: 'x-mac-cyrillic', name: 'Cyrillic (Macintosh)' },
  { label: 'windows-1252', name: 'Western (Windows-1252, ISO-8859-1)' },
  { label: 'iso-8859-15', name: 'Western (ISO-8859-15)' },
  { label: 'macintosh', name: 'Western (Macintosh)' },
  { label: 'windows-1250', name: 'Central European (Windows-1250)' },
  { label: 'iso-8859-2', name: 'Central European (ISO-8859-2)' },
  { label: 'iso-8859-16', name: 'South-Eastern European (ISO-8859-16)' },
  { label: 'windows-1257', name: 'Baltic (Windows-1257)' },
  { label: 'iso-8859-13', name: 'Baltic (ISO-8859-13)' },
  { label: 'iso-8859-4', name: 'Baltic (ISO-8859-4)' },
  { label: 'iso-8859-10', name: 'Nordic (ISO-8859-10)' },
  { label: 'iso-8859-14', name: 'Celtic (ISO-8859-14)' },
  { label: 'iso-8859-3', name: 'South European (ISO-8859-3)' },
  { label: 'windows-1253', name: 'Greek (Windows-1253)' },
  { label: 'iso-8859-7', name: 'Greek (ISO-8859-7)' },
  { label: 'windows-1254', name: 'Turkish (Windows-1254, ISO-8859-9)' },
  { label: 'windows-1255', name: 'Hebrew (Windows-1255)' },
  { label: 'iso-8859-8', name: 'Hebrew (ISO-8859-8)' },
  { label: 'windows-1256', name: 'Arabic (Windows-1256)' },
  { label: 'iso-8859-6', name: 'Arabic (ISO-8859-6)' },
  { label: 'windows-874', name: 'Thai (Windows-874)' },
  { label: 'windows-1258', name: 'Vietnamese (Windows-1258)' },
  { label: 'gb18030', name: 'Chinese, simplified (GB18030, GBK)' },
  { label: 'big5', name: 'Chinese, traditional (Big5)' },
  { label: 'shift_jis', name: 'Japanese (Shift_JIS)' },
  { label: 'euc-jp', name: 'Japanese (EUC-JP)' },
  { label: 'iso-2022-jp', name: 'Japanese (ISO-2022-JP)' },
  { label: 'euc-kr', name: 'Korean (EUC-KR)' },
];

/** The encoding a label stands for (`cp1251`, `latin1`, `x-sjis`), null where it is none that can be read. */
export function encodingOf(label: string): string | null {
  const wanted = label.trim().toLowerCase();
  const utf32 = /^utf-?32(le|be)?$/.exec(wanted);
  if (utf32 !== null) return `utf-32${utf32[1] ?? 'le'}`;
  try {
    const { encoding } = new TextDecoder(aliases[wanted] ?? wanted);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Labels that files and mail programs write and the Encoding Standard does not list. */
const aliases: Record<string, string> = {
  ...{
    cp866: 'ibm866',
    'cp-866': 'ibm866',
    'koi8-ru': 'koi8-u',
    win1251: 'windows-1251',
    'win-1251': 'windows-1251',
    cp1251: 'windows-1251',
  },
  ...{ cp936: 'gb18030', gb_2312: 'gb18030', 'euc-cn': 'gb18030', cp950: 'big5', cp932: 'shift_jis', cp949: 'euc-kr', uhc: 'euc-kr' },
  ...{ utf8: 'utf-8', unicode: 'utf-16le', ascii: 'utf-8', 'us-ascii': 'utf-8', macroman: 'macintosh', 'x-mac-roman': 'macintosh' },
};

/** Text of bytes in an encoding that `encodingOf` gave, with � where they are wrong and without a byte order mark. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(bytes, encoding === 'utf-32le');
  return new TextDecoder(encoding).decode(bytes);
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const point = view.getUint32(at, littleEndian);
    const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (at > 0 || point !== 0xfeff) parts.push(isCharacter ? String.fromCodePoint(point) : '\ufffd');
  }
  return parts.join('');
}

/** How many UTF-16 code units of a text are not ASCII. A book has millions: they are counted where they stand. */
export function countBeyond(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) count += 1;
  return count;
}

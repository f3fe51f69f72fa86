/** The encodings that RTF's code pages are, as the Encoding Standard calls them. Sources: RTF 1.9.1, `\ansicpg` and `\fcharset`. */
const byCodePage: Record<number, string> = {
  437: 'windows-1252',
  850: 'windows-1252',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1361: 'euc-kr',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  28592: 'iso-8859-2',
  28595: 'iso-8859-5',
  54936: 'gb18030',
  65001: 'utf-8',
};

const codePageByCharset: Record<number, number> = {
  0: 1252,
  77: 10000,
  78: 932,
  79: 949,
  80: 936,
  81: 950,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** The encoding of a code page; Windows' Western one where it is not known. */
export function encodingOfCodePage(codePage: number): string {
  return byCodePage[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252');
}

/** The encoding of a font's character set; null where the font says nothing, and the document's holds. */
export function encodingOfCharset(charset: number): string | null {
  const codePage = codePageByCharset[charset];
  return codePage === undefined ? null : encodingOfCodePage(codePage);
}

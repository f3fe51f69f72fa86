/** What Armillary reads. */
export type FileKind =
  | 'text'
  | 'markdown'
  | 'html'
  | 'mhtml'
  | 'docx'
  | 'odt'
  | 'rtf'
  | 'epub'
  | 'pdf'
  | 'email'
  | 'csv'
  | 'tsv'
  | 'xlsx'
  | 'srt'
  | 'vtt'
  | 'zip';

interface Trait {
  /** How a message names such a file. */
  label: string;
  /** The first is the usual one. */
  extensions: readonly [string, ...string[]];
  mediaType: string;
  /** A bigger one would keep the notebook waiting for minutes, or take more memory than a machine has to spare. Bytes. */
  biggest: number;
}

export const kinds: Record<FileKind, Trait> = {
  text: { label: 'plain text', extensions: ['txt', 'text', 'log', 'asc'], mediaType: 'text/plain', biggest: 64_000_000 },
  markdown: { label: 'Markdown', extensions: ['md', 'markdown', 'mdown'], mediaType: 'text/markdown', biggest: 4_000_000 },
  html: { label: 'a web page (HTML)', extensions: ['html', 'htm', 'xhtml', 'xht'], mediaType: 'text/html', biggest: 32_000_000 },
  mhtml: { label: 'a saved web archive (MHTML)', extensions: ['mhtml', 'mht'], mediaType: 'multipart/related', biggest: 64_000_000 },
  docx: {
    label: 'a Word document (.docx)',
    extensions: ['docx', 'docm', 'dotx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    biggest: 128_000_000,
  },
  odt: {
    label: 'an OpenDocument text (.odt)',
    extensions: ['odt', 'ott'],
    mediaType: 'application/vnd.oasis.opendocument.text',
    biggest: 128_000_000,
  },
  rtf: { label: 'rich text (RTF)', extensions: ['rtf'], mediaType: 'application/rtf', biggest: 64_000_000 },
  epub: { label: 'an e-book (EPUB)', extensions: ['epub'], mediaType: 'application/epub+zip', biggest: 128_000_000 },
  pdf: { label: 'a PDF', extensions: ['pdf'], mediaType: 'application/pdf', biggest: 200_000_000 },
  email: { label: 'an e-mail message', extensions: ['eml'], mediaType: 'message/rfc822', biggest: 32_000_000 },
  csv: { label: 'a table (CSV)', extensions: ['csv'], mediaType: 'text/csv', biggest: 64_000_000 },
  tsv: { label: 'a table (TSV)', extensions: ['tsv', 'tab'], mediaType: 'text/tab-separated-values', biggest: 64_000_000 },
  xlsx: {
    label: 'an Excel workbook (.xlsx)',
    extensions: ['xlsx', 'xlsm', 'xltx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    biggest: 64_000_000,
  },
  srt: { label: 'subtitles (SubRip)', extensions: ['srt'], mediaType: 'application/x-subrip', biggest: 8_000_000 },
  vtt: { label: 'subtitles (WebVTT)', extensions: ['vtt'], mediaType: 'text/vtt', biggest: 8_000_000 },
  zip: { label: 'a ZIP archive', extensions: ['zip'], mediaType: 'application/zip', biggest: 256_000_000 },
};

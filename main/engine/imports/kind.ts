import { ArmillaryError } from '../../../contract/index.ts';
import { type Content, contentOf, type ForeignKind, isBinary } from './content.ts';
import { type FileKind, kinds } from './kinds.ts';

const allKinds = Object.keys(kinds).filter((kind): kind is FileKind => kind in kinds);
const kindByExtension = new Map(allKinds.flatMap((kind) => kinds[kind].extensions.map((extension) => [extension, kind] as const)));

/** Known files that are not read, and what to do with them. */
const foreign: Record<ForeignKind, { label: string; advice: string }> = {
  protected: {
    label: 'an Office file locked with a password',
    advice: 'Open it with the password, save it without one and import it again',
  },
  doc: { label: 'a document of Word 97–2003 (.doc)', advice: 'Save it as .docx in Word or LibreOffice and import that' },
  xls: { label: 'a workbook of Excel 97–2003 (.xls)', advice: 'Save it as .xlsx in Excel or LibreOffice and import that' },
  presentation: { label: 'a presentation', advice: 'Save it as PDF and import that' },
  spreadsheet: { label: 'an OpenDocument spreadsheet (.ods)', advice: 'Save it as .xlsx or .csv and import that' },
  msg: { label: 'a message of Outlook (.msg)', advice: 'Save it as .eml, or as text, and import that' },
  office: { label: 'a file of an old Office program', advice: 'Save it as .docx, .xlsx or PDF and import that' },
  image: { label: 'a picture', advice: 'If there is text on it, a program that recognises text can make a PDF with text of it' },
  media: { label: 'a sound or a film', advice: 'Subtitles (.srt, .vtt) of it can be imported' },
  packed: { label: 'an archive other than ZIP', advice: 'Unpack it and import what is in it' },
  djvu: { label: 'a DjVu document', advice: 'Save it as PDF with its text and import that' },
  program: { label: 'a program', advice: 'There is no text in it to import' },
  references: {
    label: 'a list of references, without the texts themselves',
    advice: 'Import it as a file of its own: it fills in the sources of documents and makes those that are missing',
  },
  database: { label: 'a database', advice: 'Save its table as .csv and import that' },
};

const foreignByExtension: Record<string, ForeignKind> = {
  ...{ doc: 'doc', dot: 'doc', xls: 'xls', xlt: 'xls', ppt: 'presentation', pptx: 'presentation', odp: 'presentation', ods: 'spreadsheet' },
  ...{ msg: 'msg', png: 'image', jpg: 'image', jpeg: 'image', gif: 'image', tif: 'image', tiff: 'image', webp: 'image', bmp: 'image' },
  ...{ svg: 'image', heic: 'image', mp3: 'media', mp4: 'media', avi: 'media', mkv: 'media', wav: 'media', ogg: 'media', mov: 'media' },
  ...{
    m4a: 'media',
    webm: 'media',
    rar: 'packed',
    '7z': 'packed',
    gz: 'packed',
    tgz: 'packed',
    tar: 'packed',
    bz2: 'packed',
    xz: 'packed',
  },
  ...{ djvu: 'djvu', exe: 'program', dll: 'program', db: 'database', sqlite: 'database' },
  ...{ ris: 'references', bib: 'references', bibtex: 'references', biblatex: 'references' },
};

/** Kinds that are read alike, or that only their extension tells apart. */
const families: readonly (readonly FileKind[])[] = [
  ['srt', 'vtt'],
  ['email', 'mhtml'],
];

/**
 * What a file is: by its extension, checked against what is in it; one without an extension by what is in it. Throws an
 * `ArmillaryError` that says what it is instead and what to do.
 */
export function kindOf(name: string, bytes: Uint8Array): FileKind {
  const extension = extensionOf(name);
  const named = kindByExtension.get(extension);
  const content = contentOf(bytes);
  if (named === undefined) return extension === '' ? unnamedKind(content) : refuseExtension(extension, content);
  if (content === named || (content === null && isWritten(named))) return named;
  const kin = families.find((family) => family.includes(named))?.find((kind) => kind === content);
  if (kin !== undefined) return kin;
  // Plain text of any look (a page's source, a message, a table) may be kept and imported as text.
  if (isWritten(named) && content !== null && !isBinary(content) && !isSure(named, content)) return named;
  throw disagreement(name, named, content);
}

/** Throws where a file is too big to be read. Ask before reading it: `size` is what the disk says. Bytes. */
export function boundSize(name: string, size: number): void {
  const kind = kindByExtension.get(extensionOf(name));
  const biggest = kind === undefined ? Math.max(...allKinds.map((any) => kinds[any].biggest)) : kinds[kind].biggest;
  if (size > biggest) throw tooBig(size, biggest);
}

/** Throws where a file that was read is bigger than its kind may be. */
export function boundKind(kind: FileKind, size: number): void {
  if (size > kinds[kind].biggest) throw tooBig(size, kinds[kind].biggest);
}

function tooBig(size: number, biggest: number): ArmillaryError {
  const megabytes = Math.ceil(size / 1_000_000).toLocaleString('en');
  return new ArmillaryError(
    'unsupported',
    `This file has ${megabytes} MB, more than the ${biggest / 1_000_000} MB that are read of its kind. It was not imported: split it, or save its text as plain text.`,
  );
}

/** Lower case, without the dot. What has no letter in it, or more than an extension's few, is part of the name: `Report of 12.03`. */
function extensionOf(name: string): string {
  const extension = /[^/\\]\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return /[a-z]/.test(extension) ? extension : '';
}

/** Written in letters: what is not recognised by its content can still be one. */
function isWritten(kind: FileKind): boolean {
  return (
    kind === 'text' || kind === 'markdown' || kind === 'html' || kind === 'csv' || kind === 'tsv' || kind === 'srt' || kind === 'email'
  );
}

/** Whether a written kind and a written content plainly disagree. */
function isSure(named: FileKind, content: Content): boolean {
  if (named === 'html') return content === 'mhtml';
  if (named === 'email') return content !== 'mhtml';
  return (named === 'csv' || named === 'tsv' || named === 'srt') && (content === 'html' || content === 'mhtml' || content === 'email');
}

function unnamedKind(content: Content | null): FileKind {
  if (content === null) return 'text';
  if (content in kinds && isKind(content)) return content;
  throw unread(`It is ${labelOf(content)}`, content);
}

function isKind(content: Content): content is FileKind {
  return content in kinds;
}

function refuseExtension(extension: string, content: Content | null): never {
  if (content !== null && isKind(content)) {
    const usual = kinds[content].extensions[0];
    throw new ArmillaryError(
      'unsupported',
      `It is named .${extension}, but holds ${labelOf(content)}. It was not imported: rename it to .${usual} and import it again.`,
    );
  }
  const known = content ?? foreignByExtension[extension];
  if (known !== undefined) throw unread(`It is ${labelOf(known)}`, known);
  throw new ArmillaryError(
    'unsupported',
    `Armillary cannot import .${extension} files. It reads ${readable}: save it as one of these, or paste its text.`,
  );
}

const readable = `${allKinds
  .slice(0, -1)
  .map((kind) => `.${kinds[kind].extensions[0]}`)
  .join(', ')} and .${kinds.zip.extensions[0]}, and lists of references (.ris, .bib, CSL-JSON)`;

function disagreement(name: string, named: FileKind, content: Content | null): ArmillaryError {
  const extension = extensionOf(name);
  if (content === 'protected') return unread('It is locked with a password', content);
  if (content === null) {
    return new ArmillaryError(
      'invalid',
      `It is named .${extension}, but is not ${kinds[named].label}, or its beginning is damaged. It was not imported: get it again from where it came from, or rename it to what it is.`,
    );
  }
  if (!isKind(content)) return unread(`It is named .${extension}, but is ${labelOf(content)}`, content);
  return new ArmillaryError(
    'invalid',
    `It is named .${extension}, but holds ${labelOf(content)}. It was not imported: rename it to .${kinds[content].extensions[0]} and import it again.`,
  );
}

function unread(what: string, content: Content): ArmillaryError {
  const advice = isKind(content) ? '' : `: ${uncapitalise(foreign[content].advice)}`;
  return new ArmillaryError('unsupported', `${what}. It was not imported${advice}.`);
}

function labelOf(content: Content): string {
  return isKind(content) ? kinds[content].label : foreign[content].label;
}

function uncapitalise(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

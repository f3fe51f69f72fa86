import { ArmillaryError } from '../../../contract/index.ts';

export type FileKind = 'text' | 'markdown' | 'html';

export const mediaTypes: Record<FileKind, string> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
};

const kindByExtension: Record<string, FileKind> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};

/** What a file is, by its name; one without an extension by how it begins. */
export function kindOf(name: string, bytes: Uint8Array): FileKind {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  const kind = extension === undefined ? kindByContent(bytes) : kindByExtension[extension];
  if (kind !== undefined) return kind;
  throw new ArmillaryError(
    'unsupported',
    `Armillary cannot import ${extension === undefined ? 'such files' : `.${extension} files`}. It reads .txt, .md (.markdown) and .html (.htm, .xhtml): save it as one of these, or paste its text.`,
  );
}

function kindByContent(bytes: Uint8Array): FileKind {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 512)).toLowerCase();
  return /^[^\w<]*(<\?xml[^>]*>\s*)?(<!--[^>]*>\s*)*<(!doctype html|html|head|body)\b/.test(head) ? 'html' : 'text';
}

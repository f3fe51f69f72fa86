import { noClaims } from './claims.ts';
import type { Draft } from './draft.ts';
import { decodeText } from './encodings/decode.ts';
import type { FileKind } from './kinds.ts';
import { normaliseText } from './normalise.ts';

/** What a file's text was read in. */
export interface Encoding {
  /** A label of `encodings`. */
  name: string;
  /** How sure that is, from 0 to 1. */
  confidence: number;
}

interface Read {
  draft: Draft;
  encoding: Encoding | null;
}

/** `chosen`: the encoding a person said. */
type Reader = (bytes: Uint8Array, chosen?: string) => Promise<Read>;

/** What is loaded at the first call and kept: looking for a module that is there already takes longer than reading a page. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

/** A reader of text whose bytes are in some encoding. */
function ofText(mayDeclare: boolean, load: () => Promise<(text: string) => Draft>): Reader {
  const loaded = once(load);
  return async (bytes, chosen) => {
    const { text, encoding, confidence } = decodeText(bytes, { mayDeclare, encoding: chosen });
    const read = await loaded();
    return { draft: read(normaliseText(text)), encoding: { name: encoding, confidence } };
  };
}

/** A reader of bytes that say themselves how their text is written. */
function ofBytes(load: () => Promise<(bytes: Uint8Array) => Draft | Promise<Draft>>): Reader {
  const loaded = once(load);
  return async (bytes) => {
    const read = await loaded();
    return { draft: await read(bytes), encoding: null };
  };
}

/**
 * The reader of each kind that is one document, with its library loaded when the first such file comes. Tables and
 * archives hold several: see prepare.ts.
 */
export const readers: Partial<Record<FileKind, Reader>> = {
  text: ofText(false, async () => {
    const { readPlainText } = await import('./formats/plain-text.ts');
    return (text) => ({ tree: readPlainText(text), claims: noClaims, base: null, notices: [] });
  }),
  markdown: ofText(false, async () => {
    const [{ splitFrontMatter }, { readMarkdown }] = await Promise.all([
      import('./formats/front-matter.ts'),
      import('./formats/markdown.ts'),
    ]);
    return (text) => {
      const { claims, body } = splitFrontMatter(text);
      return { tree: readMarkdown(body), claims, base: /^https?:/i.test(claims.url) ? claims.url : null, notices: [] };
    };
  }),
  html: ofText(true, async () => {
    const { readHtml } = await import('./html/html.ts');
    return (text) => ({ ...readHtml(text), notices: [] });
  }),
  docx: ofBytes(async () => (await import('./formats/docx.ts')).readDocx),
  odt: ofBytes(async () => (await import('./formats/odt.ts')).readOdt),
  rtf: ofBytes(async () => (await import('./formats/rtf.ts')).readRtf),
  epub: ofBytes(async () => (await import('./formats/epub.ts')).readEpub),
  email: ofBytes(async () => (await import('./formats/email.ts')).readEmail),
  pdf: ofBytes(async () => (await import('./formats/pdf.ts')).readPdf),
  srt: ofText(false, async () => (await import('./formats/subtitles.ts')).readSubtitles),
  vtt: ofText(false, async () => (await import('./formats/subtitles.ts')).readSubtitles),
  mhtml: ofBytes(async () => (await import('./formats/mhtml.ts')).readMhtml),
};

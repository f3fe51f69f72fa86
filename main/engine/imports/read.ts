import { deriveText } from '../../../anchoring/index.ts';
import { ArmillaryError, type EditorState, type Parsed, type Source } from '../../../contract/index.ts';
import { noClaims } from './claims.ts';
import { decodeText } from './decode.ts';
import type { Draft } from './draft.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readHtml, readHtmlPiece } from './html.ts';
import { boundKind, type FileKind, kindOf, kinds } from './kind.ts';
import { languageOf } from './language.ts';
import { readMarkdown } from './markdown.ts';
import { normaliseText } from './normalise.ts';
import { readPlainText } from './plain-text.ts';
import { sanitise } from './sanitise.ts';
import { titleOf } from './title.ts';
import { toEditorState } from './to-state.ts';

/** A document as a file or the clipboard has it, before it is in the notebook. */
export interface Reading {
  title: string;
  language: string;
  source: Source;
  state: EditorState;
}

/** Reads a file. Throws an `ArmillaryError` that says why it cannot be imported. */
export function readFile(name: string, bytes: Uint8Array): Reading & { mediaType: string } {
  if (bytes.byteLength === 0) throw new ArmillaryError('invalid', 'This file is empty. There is nothing to import.');
  const kind = kindOf(name, bytes);
  boundKind(kind, bytes.byteLength);
  if (!isWritten(kind)) throw new ArmillaryError('unsupported', `It holds ${kinds[kind].label}, which cannot be imported here.`);
  const text = normaliseText(decodeText(bytes, { mayDeclare: kind === 'html' }).text);
  return { ...finish(readers[kind](text), '', name), mediaType: kinds[kind].mediaType };
}

type WrittenKind = 'text' | 'markdown' | 'html';

function isWritten(kind: FileKind): kind is WrittenKind {
  return kind === 'text' || kind === 'markdown' || kind === 'html';
}

/** Reads what was pasted: its HTML where there is some with text in it, else its plain text. */
export function readPasted({ text, html, title = '' }: Parsed<'imports.text'>): Reading {
  const piece = html === undefined ? null : { tree: readHtmlPiece(normaliseText(html)), claims: noClaims, base: null, notices: [] };
  if (piece !== null && hasText(stateOf(piece))) return finish(piece, title, '');
  return finish(readers.text(normaliseText(text)), title, '');
}

const readers: Record<WrittenKind, (text: string) => Draft> = {
  text: (text) => ({ tree: readPlainText(text), claims: noClaims, base: null, notices: [] }),
  markdown(text) {
    const { claims, body } = splitFrontMatter(text);
    return { tree: readMarkdown(body), claims, base: /^https?:/i.test(claims.url) ? claims.url : null, notices: [] };
  },
  html: (text) => ({ ...readHtml(text), notices: [] }),
};

function stateOf({ tree, base }: Draft): EditorState {
  return toEditorState(sanitise(tree), base);
}

function hasText(state: EditorState): boolean {
  return state.root.children.length > 0;
}

function finish(draft: Draft, title: string, fileName: string): Reading {
  const state = stateOf(draft);
  if (!hasText(state)) throw new ArmillaryError('invalid', 'There is no text in it. Nothing was imported.');
  const { claims } = draft;
  const { author, publisher, url, published } = claims;
  return {
    title: titleOf(state, title || claims.title, fileName),
    language: languageOf(deriveText(state).text, claims.language),
    source: { author, publisher, url, published, accessed: null, reliability: null, credibility: null },
    state,
  };
}

import type { Parsed } from '../../../contract/index.ts';
import { noClaims } from './claims.ts';
import type { Draft } from './draft.ts';
import { readPlainText } from './formats/plain-text.ts';
import { readHtmlPiece } from './html/html.ts';
import { normaliseText } from './normalise.ts';
import { finishDraft, isBlank, type Reading } from './reading.ts';

/** Reads what was pasted: its HTML where there is some with text in it, else its plain text. */
export function readPasted({ text, html, title = '' }: Parsed<'imports.text'>): Reading {
  const piece = html === undefined ? null : draftOf(readHtmlPiece(normaliseText(html)));
  const draft = piece === null || isBlank(piece) ? draftOf(readPlainText(normaliseText(text))) : piece;
  return finishDraft(draft, { title });
}

function draftOf(tree: Draft['tree']): Draft {
  return { tree, claims: noClaims, base: null, notices: [] };
}

import { type DerivedText, deriveText } from '../../../anchoring/index.ts';
import type { EditorState, Parsed, UpdateReview } from '../../../contract/index.ts';
import { readFile } from '../imports/read.ts';
import type { Context } from '../kernel/context.ts';
import { sha256Of } from '../kernel/sha256.ts';
import { listPassages } from '../passages/list.ts';
import { rematch } from '../passages/rematch.ts';
import type { Original } from './originals.ts';
import { storedDocument } from './stored.ts';
import { countWords } from './words.ts';

/** What a file would do to a document's passages were it its new text. Writes nothing. */
export function reviewUpdate({ db }: Context, { documentId, file }: Parsed<'documents.previewUpdate'>): UpdateReview {
  const stored = storedDocument(db, documentId);
  const { text } = readNewText(file).derived;
  return {
    revision: stored.revision,
    text,
    words: countWords(text, stored.language),
    unchanged: text === stored.text,
    passages: rematch(stored.text, listPassages(db, { documentId }), text),
  };
}

/** A file as a document's new text. The same file always gives the same text, so that a review's offsets hold. */
export function readNewText({ name, bytes }: Parsed<'documents.previewUpdate'>['file']): {
  state: EditorState;
  derived: DerivedText;
  original: Original;
} {
  const { state, mediaType } = readFile(name, bytes);
  return { state, derived: deriveText(state), original: { name, mediaType, sha256: sha256Of(bytes), bytes } };
}

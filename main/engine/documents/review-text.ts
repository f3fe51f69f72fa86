import { countWords, type DerivedText, deriveText } from '../../../anchoring/index.ts';
import type { EditorState, Parsed, Passage, UpdateReview } from '../../../contract/index.ts';
import { type FileReading, readFile } from '../imports/read.ts';
import type { Tell } from '../jobs/tell.ts';
import { sha256Of } from '../kernel/sha256.ts';
import { rematch } from '../passages/rematch.ts';
import type { Original } from './originals.ts';

/** A file whose text a document may get; `encoding` is what a person said it is in. */
export type NewTextFile = Parsed<'documents.previewUpdate'>['file'] & { encoding?: string };

/** A document, and the file whose text it may get. */
export interface ReviewInput {
  file: NewTextFile;
  before: string;
  language: string;
  passages: readonly Passage[];
}

/** What a file would do to a document's passages. */
export async function reviewText({ file, before, language, passages }: ReviewInput, tell: Tell): Promise<Omit<UpdateReview, 'revision'>> {
  const { text } = (await readNewText(file, tell)).derived;
  return {
    text,
    words: countWords(text, language),
    unchanged: text === before,
    passages: rematch(before, passages, text, tell),
  };
}

/** A file as a document's new text. The same file always gives the same text, so that a review's offsets hold. */
export async function readNewText(
  { name, bytes, encoding: chosen }: NewTextFile,
  tell: Tell,
): Promise<{ state: EditorState; derived: DerivedText; original: Omit<Original, 'bytes'> }> {
  tell({ done: 0, total: null, label: 'Reading the file' });
  const { state, mediaType, encoding, notices } = await readFile(name, bytes, { encoding: chosen });
  return { state, derived: deriveText(state), original: { name, mediaType, sha256: sha256Of(bytes), encoding, notices } };
}

/** What a file's text gives its document beside itself, which another encoding changes. */
export type Names = Pick<FileReading, 'title' | 'language'>;

/** What a file is called, and its language, read in each of these encodings. */
export async function namesInEncodings(
  { file, encodings }: { file: NewTextFile; encodings: readonly string[] },
  tell: Tell,
): Promise<Names[]> {
  tell({ done: 0, total: null, label: 'Reading the file' });
  const names: Names[] = [];
  for (const encoding of encodings) {
    const { title, language } = await readFile(file.name, file.bytes, { encoding });
    names.push({ title, language });
  }
  return names;
}

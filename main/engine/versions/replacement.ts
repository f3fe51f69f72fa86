import {
  deriveText,
  dropMarks,
  type MarkedRange,
  markIdsOf,
  markRanges,
  type ProjectedPassage,
  projectPassages,
} from '../../../anchoring/index.ts';
import type { EditorState, Parsed, Passage } from '../../../contract/index.ts';
import type { Original } from '../documents/originals.ts';
import { type NewTextFile, readNewText } from '../documents/review-text.ts';
import { parseState } from '../documents/stored.ts';
import { describeText } from '../documents/words.ts';
import type { Tell } from '../jobs/tell.ts';
import { rematch } from '../passages/rematch.ts';
import { requireStretch } from '../passages/stretch.ts';
import { type PackedState, packState, unpackState } from './pack.ts';

/** A text that is to take the place of a document's, with all that follows from it. */
export interface Replacement {
  /** What is there now, as a version keeps it. */
  before: PackedState;
  /** Editor state as JSON. */
  state: string;
  text: string;
  language: string;
  words: number;
  anchors: Map<string, ProjectedPassage>;
}

/** What a document has now. */
interface Present {
  state: string;
  text: string;
  language: string;
}

interface FromFile {
  present: Present;
  file: NewTextFile;
  accept: Parsed<'documents.applyUpdate'>['accept'];
}

/** The text of a file, with passages at the accepted places. Throws `invalid` where a place is none of the text. */
export async function textOfFile(
  { present, file, accept }: FromFile,
  tell: Tell,
): Promise<{ replacement: Replacement; original: Omit<Original, 'bytes'> }> {
  const { state, derived, original } = await readNewText(file, tell);
  const ranges = accept.flatMap(({ passageId, segments }) => segments.map((segment): MarkedRange => ({ id: passageId, ...segment })));
  for (const { start, end } of ranges) requireStretch(derived.text, start, end);
  return { replacement: replacementOf(present, markRanges(state, ranges), tell), original };
}

interface FromVersion {
  present: Present;
  version: Uint8Array;
  /** Every passage that the document has. */
  passages: readonly Passage[];
}

/**
 * A version of a document. Passages stand where its marks say; one that was made since stands where its words stand once,
 * or else is detached. Throws `corrupt` where it cannot be read.
 */
export function textOfVersion({ present, version, passages }: FromVersion, tell: Tell): Replacement {
  tell({ done: 0, total: null, label: 'Reading the version' });
  const kept = parseState(unpackState(version));
  const marked = markIdsOf(kept);
  const known = new Set(passages.map(({ id }) => id));
  const state = dropMarks(kept, new Set([...marked].filter((id) => !known.has(id))));
  const since = passages.filter(({ id }) => !marked.has(id));
  const ranges = rematch(present.text, since, deriveText(state).text, tell).flatMap(({ passageId, outcome, after }): MarkedRange[] =>
    after === null || outcome === 'changed' ? [] : after.segments.map((segment) => ({ id: passageId, ...segment })),
  );
  return replacementOf(present, ranges.length === 0 ? state : markRanges(state, ranges), tell);
}

function replacementOf(present: Present, state: EditorState, tell: Tell): Replacement {
  tell({ done: 0, total: null, label: 'Keeping what is there as a version' });
  const derived = deriveText(state);
  return {
    before: packState(present.state),
    state: JSON.stringify(state),
    text: derived.text,
    ...describeText(present, derived.text),
    anchors: projectPassages(derived),
  };
}

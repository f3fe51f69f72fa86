import { deriveText } from '../../../anchoring/index.ts';
import { ArmillaryError, type EditorState, type Source } from '../../../contract/index.ts';
import { emptyState } from '../documents/empty-state.ts';
import type { Draft } from './draft.ts';
import { sanitise } from './html/sanitise.ts';
import { languageOf } from './language/language.ts';
import { toEditorState } from './state/to-state.ts';
import { titleOf } from './title.ts';

/** A document as a file or the clipboard has it, before it is in the notebook. */
export interface Reading {
  title: string;
  language: string;
  source: Source;
  state: EditorState;
  /** Derived from the state. */
  text: string;
  /** What the analyst should know of the reading, a sentence each. */
  notices: readonly string[];
}

export interface Names {
  /** Goes before whatever the draft claims. */
  title?: string;
  /** What the document is called where nothing in it says. */
  fileName?: string;
}

/**
 * The document that a reader's draft stands for: cleaned of all that is not text, with its title and language. Throws
 * where there is no text in it, unless a notice says why: then it is an empty document beside its original.
 */
export function finishDraft({ tree, base, claims, notices }: Draft, { title = '', fileName = '' }: Names): Reading {
  const read = toEditorState(sanitise(tree), base);
  const hasText = read.root.children.length > 0;
  if (!hasText && notices.length === 0) throw new ArmillaryError('invalid', 'There is no text in it. Nothing was imported.');
  const state = hasText ? read : emptyState();
  const { text } = deriveText(state);
  const { author, publisher, url, published } = claims;
  return {
    title: titleOf(state, title || claims.title, fileName),
    language: languageOf(text, claims.language),
    source: { author, publisher, url, published, accessed: null, reliability: null, credibility: null },
    state,
    text,
    notices,
  };
}

/** Whether nothing that can be seen is left of a draft. */
export function isBlank({ tree, base }: Draft): boolean {
  return toEditorState(sanitise(tree), base).root.children.length === 0;
}

import { type EditorNode, type EditorState, inlineTypes, isElement, isMark, isText } from '../contract/index.ts';
import { type Locator, locatorIn } from './locators.ts';

/** Stands between two blocks of a document's plain text. */
export const blockSeparator = '\n';

/** A stretch of the plain text that is one node of the state: a text, a tab or a line break. */
export interface TextRun {
  start: number;
  end: number;
  /** Ids of every mark above it, outermost first. */
  markIds: readonly string[];
}

/** What a document's state says, as plain text and as the runs it is made of. Offsets are UTF-16 code units. */
export interface DerivedText {
  text: string;
  runs: TextRun[];
  /** Where blocks begin that say where in the original they stand (`p. 12`); each holds until the next. */
  locators: Locator[];
}

/**
 * The one derivation of a document's plain text, which every offset counts: depth-first, text as it is, `\n` for a line
 * break, one `\n` between blocks (an empty block is an empty line). Saving, search, export and import all use it.
 * Not the same as Lexical's `getTextContent`, which joins blocks with two. Half a surrogate pair, which no file can hold,
 * is a U+FFFD.
 */
export function deriveText(state: EditorState): DerivedText {
  const parts: string[] = [];
  const runs: TextRun[] = [];
  let length = 0;
  let anyLine = false;
  const locators: Locator[] = [];

  const beginLine = () => {
    if (anyLine) {
      parts.push(blockSeparator);
      length += blockSeparator.length;
    }
    anyLine = true;
  };
  const add = (text: string, markIds: readonly string[]) => {
    if (text === '') return;
    parts.push(text);
    runs.push({ start: length, end: length + text.length, markIds });
    length += text.length;
  };
  const visitInline = (node: EditorNode, markIds: readonly string[]) => {
    if (isText(node)) add(node.text, markIds);
    else if (isElement(node)) {
      const ids = isMark(node) ? [...markIds, ...node.ids] : markIds;
      for (const child of node.children) visitInline(child, ids);
    } else add('\n', markIds);
  };
  const visitBlock = (children: readonly EditorNode[]) => {
    let inLine = false;
    for (const child of children) {
      if (isHollow(child)) continue;
      if (isInline(child)) {
        if (!inLine) beginLine();
        inLine = true;
        visitInline(child, []);
      } else if (isElement(child)) {
        inLine = false;
        const locator = locatorIn(child);
        if (locator !== null) locators.push({ start: anyLine ? length + blockSeparator.length : length, locator });
        if (isEmptyBlock(child.children)) beginLine();
        else visitBlock(child.children);
      }
    }
  };
  visitBlock(state.root.children);
  return { text: parts.join('').toWellFormed(), runs, locators };
}

/** Whether a node stands inside a line of text rather than being a block of its own. */
export function isInline(node: EditorNode): boolean {
  return !isElement(node) || inlineTypes.has(node.type);
}

/** A mark or link with nothing in it is not there for the text: taking it away must change no offset. */
export function isHollow(node: EditorNode): boolean {
  return isElement(node) && isInline(node) && node.children.every(isHollow);
}

/** A block without anything in it is an empty line. */
export function isEmptyBlock(children: readonly EditorNode[]): boolean {
  return children.every(isHollow);
}

/** Whether an offset stands between the two halves of one character outside the Basic Multilingual Plane. */
export function splitsCharacter(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

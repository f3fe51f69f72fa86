import { childAt, childrenOf, type XmlElement } from '../containers/xml.ts';
import { type DocxStyles, valOf } from './docx-styles.ts';
import { linkIn, longestCode } from './field-code.ts';
import { type Block, noteReference, toTable } from './flow.ts';
import type { Left } from './notices.ts';
import { addRun, type Mark, type Run } from './runs.ts';
import { fromSymbolFont } from './symbol-font.ts';

/** What a part of the document leans on. */
export interface DocxSurroundings {
  styles: DocxStyles;
  /** The addresses of its links by their relationship. */
  links: ReadonlyMap<string, string>;
  /** Takes a note up where it is referred to, and says which it is of all; null where it is no note to be read. */
  noteAt(kind: 'footnote' | 'endnote', id: string): number | null;
  /** Called once for each thing that is left out or decided for the analyst. */
  count(what: Left): void;
  /** Called at each paragraph; throws where there are too many. */
  countParagraph(): void;
}

/** A field is code up to its separator, and from there what it last came to. */
interface Field {
  code: string;
  isCode: boolean;
  href: string | null;
}

interface Place {
  /** The id of the paragraph's style. */
  style: string | undefined;
  href: string | null;
  runs: Run[];
  /** Text boxes, which stand beside the paragraph that they are anchored in. */
  beside: Block[];
}

export interface BlockReader {
  /** The blocks that stand for these elements, as far as they end in them. */
  read(nodes: readonly XmlElement[]): Block[];
  /** What is left where nothing follows any more. */
  rest(): Block[];
}

/** Makes a reader of the blocks of one part: the body, or the notes. */
export function createBlockReader({ styles, links, noteAt, count, countParagraph }: DocxSurroundings): BlockReader {
  const fields: Field[] = [];
  /** What stands before a paragraph's end that was deleted: it belongs to the next paragraph. */
  let carried: Run[] = [];

  const blocksOf = (nodes: readonly XmlElement[]): Block[] => nodes.flatMap(blockOf);
  const rest = (): Block[] => {
    const runs = carried;
    carried = [];
    return runs.length === 0 ? [] : [{ kind: 'p', item: null, runs }];
  };
  /** What is closed in itself: a cell, a text box. */
  const closedBlocksOf = (nodes: readonly XmlElement[]): Block[] => [...blocksOf(nodes), ...rest()];

  const blockOf = (node: XmlElement): Block[] => {
    switch (node.name) {
      case 'w:p':
        return paragraphOf(node);
      case 'w:tbl':
        return [...rest(), ...toTable(rowsOf(node))];
      case 'w:sdt':
        return isContents(node) ? [] : blocksOf(childrenOf(childAt(node, 'w:sdtContent')));
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
        return blocksOf(childrenOf(node));
      case 'mc:AlternateContent':
        return blocksOf(childrenOf(alternative(node)));
      case 'w:altChunk':
        count('chunk');
        return [];
      default:
        return [];
    }
  };

  const paragraphOf = (node: XmlElement): Block[] => {
    countParagraph();
    const paragraph = childAt(node, 'w:pPr');
    const place: Place = { style: valOf(paragraph, 'w:pStyle'), href: null, runs: carried, beside: [] };
    carried = [];
    inlineOf(node, place);
    const kind = styles.kindOf(paragraph);
    if (kind === null) return place.beside;
    if (childAt(paragraph, 'w:rPr', 'w:del') !== undefined || childAt(paragraph, 'w:rPr', 'w:moveFrom') !== undefined) {
      carried = place.runs;
      return place.beside;
    }
    const item = kind === 'p' || kind === 'quote' ? styles.itemOf(paragraph) : null;
    return [{ kind, item, runs: place.runs }, ...place.beside];
  };

  const inlineOf = (parent: XmlElement, place: Place): void => {
    let before = '';
    for (const node of childrenOf(parent)) {
      // A change of several stretches in a row, each of a format of its own, is one change.
      if (changes.has(node.name) && before !== node.name) count('change');
      before = node.name;
      inline(node, place);
    }
  };

  const inline = (node: XmlElement, place: Place): void => {
    const { name, attributes } = node;
    if (name === 'w:r') runOf(node, place);
    else if (name === 'w:hyperlink') inlineOf(node, { ...place, href: addressOf(attributes) });
    else if (name === 'w:fldSimple') inlineOf(node, { ...place, href: linkIn(attributes['w:instr'] ?? '') ?? place.href });
    else if (name === 'w:sdt') inlineOf(childAt(node, 'w:sdtContent') ?? node, place);
    else if (name === 'mc:AlternateContent') inlineOf(alternative(node) ?? node, place);
    else if (transparent.has(name)) inlineOf(node, place);
    else if (name.startsWith('m:oMath')) addRun(place.runs, { text: formulaIn(node), marks: new Set(), href: place.href });
  };

  const addressOf = (attributes: XmlElement['attributes']): string => {
    const address = links.get(attributes['r:id'] ?? '') ?? '';
    const anchor = attributes['w:anchor'] ?? '';
    return address === '' || anchor !== '' ? `${address}#${anchor}` : address;
  };

  const runOf = (run: XmlElement, place: Place): void => {
    const { marks, hidden } = styles.lookOf(childAt(run, 'w:rPr'), place.style);
    const address = place.href ?? fields.findLast(({ href }) => href !== null)?.href ?? null;
    // What a link looks like is no emphasis of its author's.
    if (address !== null) marks.delete('u');
    for (const node of childrenOf(run)) {
      if (node.name === 'w:fldChar' || node.name === 'w:instrText') fieldOf(node);
      else if (!fields.some(({ isCode }) => isCode)) pieceOf(node, place, { marks, href: address, hidden });
    }
  };

  const pieceOf = (node: XmlElement, place: Place, look: { marks: Set<Mark>; href: string | null; hidden: boolean }): void => {
    const { name, attributes } = node;
    const letters = lettersOf(node);
    if (letters !== '' && look.hidden) count('hidden');
    else if (letters !== '') addRun(place.runs, { text: letters, marks: look.marks, href: look.href });
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
      const index = noteAt(name === 'w:footnoteReference' ? 'footnote' : 'endnote', attributes['w:id'] ?? '');
      if (index !== null) addRun(place.runs, noteReference(index));
    } else if (name === 'w:commentReference') count('comment');
    else if (name === 'w:ruby') inlineOf(childAt(node, 'w:rubyBase') ?? node, place);
    else if (name === 'mc:AlternateContent') for (const child of childrenOf(alternative(node))) pieceOf(child, place, look);
    else if (boxes.has(name)) for (const block of boxesIn(node)) place.beside.push(block);
  };

  const fieldOf = (node: XmlElement): void => {
    const type = node.attributes['w:fldCharType'];
    const field = fields.at(-1);
    if (type === 'begin') fields.push({ code: '', isCode: true, href: null });
    else if (type === 'end') fields.pop();
    else if (field !== undefined && type === 'separate') {
      field.isCode = false;
      field.href = linkIn(field.code);
    } else if (field !== undefined && node.name === 'w:instrText') field.code = (field.code + childTexts(node)).slice(0, longestCode);
    // One that never ends is damage, not a field.
    if (fields.length > deepestField) fields.shift();
  };

  const boxesIn = (node: XmlElement): Block[] =>
    childrenOf(node).flatMap((child) => {
      if (child.name === 'w:txbxContent') return closedBlocksOf(childrenOf(child));
      return boxesIn(child.name === 'mc:AlternateContent' ? (alternative(child) ?? child) : child);
    });

  const rowsOf = (table: XmlElement): Block[][][] =>
    unwrapped(table, 'w:tr')
      .filter((row) => childAt(row, 'w:trPr', 'w:del') === undefined)
      .map((row) => unwrapped(row, 'w:tc').map((cell) => closedBlocksOf(childrenOf(cell))));

  return { read: blocksOf, rest };
}

/** Fields in one another. Word writes three or four. */
const deepestField = 30;

const changes: ReadonlySet<string> = new Set(['w:ins', 'w:del', 'w:moveTo']);
/** What stands around runs and says nothing of their text; `w:del` and `w:moveFrom` are not among them. */
const transparent: ReadonlySet<string> = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'mc:Choice',
  'mc:Fallback',
]);
const boxes: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object']);

function lettersOf(node: XmlElement): string {
  const { name, attributes } = node;
  if (name === 'w:t') return childTexts(node);
  if (name === 'w:tab' || name === 'w:ptab') return '\t';
  if (name === 'w:cr') return '\n';
  if (name === 'w:br') return attributes['w:type'] === undefined || attributes['w:type'] === 'textWrapping' ? '\n' : '';
  if (name === 'w:noBreakHyphen') return '\u2011';
  if (name === 'w:softHyphen') return '\u00ad';
  return name === 'w:sym' ? fromSymbolFont(attributes['w:font'] ?? '', Number.parseInt(attributes['w:char'] ?? '', 16)) : '';
}

function childTexts({ children }: XmlElement): string {
  return children.filter((child) => typeof child === 'string').join('');
}

/** The first way that the file offers, which is the one of today's programs; the other is for older ones. */
function alternative(node: XmlElement): XmlElement | undefined {
  return childAt(node, 'mc:Choice') ?? childAt(node, 'mc:Fallback');
}

function isContents(node: XmlElement): boolean {
  return valOf(childAt(node, 'w:sdtPr', 'w:docPartObj'), 'w:docPartGallery') === 'Table of Contents';
}

/** The rows of a table, the cells of a row, out of what may be wrapped around some of them. */
function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'w:sdt') return unwrapped(childAt(child, 'w:sdtContent') ?? child, name);
    return child.name === 'w:customXml' || child.name === 'w:ins' ? unwrapped(child, name) : [];
  });
}

/** A formula's letters in their order: what can be searched of it. */
function formulaIn(node: XmlElement): string {
  return childrenOf(node)
    .map((child) => (child.name === 'm:t' ? childTexts(child) : formulaIn(child)))
    .join('');
}

import { childAt, childrenOf, type XmlElement } from '../containers/xml.ts';
import { type Block, headingTag, type Item, noteReference, toTable } from './flow.ts';
import type { Left } from './notices.ts';
import type { OdtStyles } from './odt-styles.ts';
import { createParagraphLimit } from './paragraph-limit.ts';
import { addRun, type Mark, type Run } from './runs.ts';

interface Place {
  runs: Run[];
  marks: ReadonlySet<Mark>;
  hidden: boolean;
  href: string | null;
  /** Text boxes, which stand beside the paragraph that they are anchored in. */
  beside: Block[];
  inNote: boolean;
}

/** A list around a block; its style holds for the lists in it. */
interface Around {
  list: string;
  style: string;
  level: number;
}

/** Makes a reader of the blocks of an OpenDocument text. Notes are added to `notes` as they are referred to. */
export function createOdtReader(styles: OdtStyles, notes: Block[][], count: (what: Left) => void): (node: XmlElement) => Block[] {
  /** The list that each one given by its id belongs to, for those that go on in another place. */
  const listOfId = new Map<string, string>();
  const countParagraph = createParagraphLimit();
  let lists = 0;
  let lastList = '';

  const blocksOf = (nodes: readonly XmlElement[], around: Around | null, inNote: boolean): Block[] =>
    nodes.flatMap((node) => blockOf(node, around, inNote));

  const blockOf = (node: XmlElement, around: Around | null, inNote: boolean): Block[] => {
    const { name, attributes } = node;
    if (name === 'text:p' || name === 'text:h') return paragraphOf(node, itemIn(around), inNote);
    if (name === 'text:list') return listOf(node, around, inNote);
    if (name === 'table:table') return toTable(rowsOf(node, inNote));
    if (name === 'office:annotation') count('comment');
    if (name === 'text:section' && attributes['text:display'] === 'none') {
      count('hidden');
      return [];
    }
    if (containers.has(name)) return blocksOf(childrenOf(node), around, inNote);
    return name.startsWith('draw:') ? boxesIn(node, inNote) : [];
  };

  const paragraphOf = (node: XmlElement, item: Item | null, inNote: boolean): Block[] => {
    countParagraph();
    const styleName = node.attributes['text:style-name'] ?? '';
    const isHeading = node.name === 'text:h';
    const outline = Number(node.attributes['text:outline-level'] ?? 1);
    const kind = isHeading && Number.isInteger(outline) ? headingTag(outline - 1) : styles.kindOf(styleName);
    const place: Place = { runs: [], marks: new Set(), hidden: false, href: null, beside: [], inNote };
    inlineOf(node, styled(place, 'paragraph', styleName));
    if (kind === null) return place.beside;
    return [{ kind, item: kind === 'p' || kind === 'quote' ? item : null, runs: place.runs }, ...place.beside];
  };

  const styled = (place: Place, family: 'paragraph' | 'text', styleName: string): Place => {
    const look = styles.lookOf(family, styleName);
    const marks = new Set(place.marks);
    for (const [mark, on] of look.marks) on ? marks.add(mark) : marks.delete(mark);
    // What a link looks like is no emphasis of its author's.
    if (place.href !== null) marks.delete('u');
    return { ...place, marks, hidden: look.hidden ?? place.hidden };
  };

  const inlineOf = (parent: XmlElement, place: Place): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') write(child.replace(/[ \t\r\n]+/g, ' '), place);
      else inline(child, place);
    }
  };

  const write = (text: string, { runs, marks, hidden, href }: Place): void => {
    if (!hidden) addRun(runs, { text, marks, href });
    else if (text.trim() !== '') count('hidden');
  };

  const inline = (node: XmlElement, place: Place): void => {
    const { name, attributes } = node;
    if (name === 'text:span') inlineOf(node, styled(place, 'text', attributes['text:style-name'] ?? ''));
    else if (name === 'text:a') inlineOf(node, { ...place, href: attributes['xlink:href'] ?? place.href });
    else if (name === 'text:s') write(' '.repeat(spaces(attributes['text:c'])), place);
    else if (name === 'text:tab') write('\t', place);
    else if (name === 'text:line-break') write('\n', place);
    else if (name === 'text:note') noteOf(node, place);
    else if (name === 'office:annotation') count('comment');
    else if (name === 'text:ruby') inlineOf(childAt(node, 'text:ruby-base') ?? node, place);
    else if (name.startsWith('draw:')) for (const block of boxesIn(node, place.inNote)) place.beside.push(block);
    // Fields stand with what they last came to; what a file has of its own is read as if it were not there.
    else if (!silent.has(name)) inlineOf(node, place);
  };

  const noteOf = (node: XmlElement, { runs, inNote }: Place): void => {
    if (inNote) return;
    const index = notes.push([]) - 1;
    addRun(runs, noteReference(index));
    notes[index] = blocksOf(childrenOf(childAt(node, 'text:note-body')), null, true);
  };

  const boxesIn = (node: XmlElement, inNote: boolean): Block[] =>
    childrenOf(node).flatMap((child) => {
      if (child.name === 'draw:text-box') return blocksOf(childrenOf(child), null, inNote);
      // A drawn shape holds its text as it is.
      if (child.name === 'text:p' || child.name === 'text:list') return blockOf(child, null, inNote);
      return child.name.startsWith('draw:') ? boxesIn(child, inNote) : [];
    });

  const listOf = (node: XmlElement, around: Around | null, inNote: boolean): Block[] => {
    const { attributes } = node;
    const list = around?.list ?? listAt(attributes);
    const inside: Around = {
      list,
      style: attributes['text:style-name'] ?? around?.style ?? '',
      level: around === null ? 0 : around.level + 1,
    };
    return childrenOf(node).flatMap((item) => {
      let isFirst = item.name === 'text:list-item';
      return childrenOf(item).flatMap((child) => {
        const isText = child.name === 'text:p' || child.name === 'text:h';
        if (!isText || isFirst) {
          isFirst &&= !isText;
          return blockOf(child, inside, inNote);
        }
        // Only an item's first paragraph has the number.
        return blockOf(child, null, inNote);
      });
    });
  };

  const listAt = (attributes: XmlElement['attributes']): string => {
    const continued = listOfId.get(attributes['text:continue-list'] ?? '');
    if (continued !== undefined) lastList = continued;
    else if (attributes['text:continue-numbering'] !== 'true' || lastList === '') {
      lists += 1;
      lastList = `list ${lists}`;
    }
    const id = attributes['xml:id'];
    if (id !== undefined) listOfId.set(id, lastList);
    return lastList;
  };

  const itemIn = (around: Around | null): Item | null => {
    const level = around === null ? null : styles.levelOf(around.style, around.level);
    return around === null || level === null ? null : { list: around.list, level: around.level, ...level };
  };

  const rowsOf = (table: XmlElement, inNote: boolean): Block[][][] =>
    childrenOf(table).flatMap((node) => {
      if (rowGroups.has(node.name)) return rowsOf(node, inNote);
      if (node.name !== 'table:table-row') return [];
      return [cellsOf(node).map((cell) => (cell.name === 'table:table-cell' ? blocksOf(childrenOf(cell), null, inNote) : []))];
    });

  return (node) => blockOf(node, null, false);
}

/** A row's cells with those that one from above covers, which are empty, without those that the one before them covers. */
function cellsOf(row: XmlElement): XmlElement[] {
  let covered = 0;
  return childrenOf(row).filter(({ name, attributes }) => {
    if (name === 'table:table-cell') covered = Number(attributes['table:number-columns-spanned'] ?? 1) - 1;
    else if (name === 'table:covered-table-cell') covered -= 1;
    return name === 'table:table-cell' || (name === 'table:covered-table-cell' && covered < 0);
  });
}

/** What holds blocks and says nothing of them. Indexes are not among them: they repeat what stands elsewhere. */
const containers: ReadonlySet<string> = new Set(['text:section', 'text:numbered-paragraph', 'office:text']);
const rowGroups: ReadonlySet<string> = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);

/** What is in a paragraph and no part of its text. */
const silent: ReadonlySet<string> = new Set([
  ...['text:note-citation', 'text:number', 'text:page-number', 'text:page-continuation', 'text:hidden-text', 'text:toc-mark'],
  ...['text:tracked-changes', 'text:change', 'text:variable-decls', 'text:sequence-decls', 'text:user-field-decls', 'office:forms'],
  ...['office:annotation-end', 'text:script', 'svg:title', 'svg:desc', 'text:index-title', 'office:event-listeners'],
]);

/** More spaces in a row than a page is wide are a way to fill memory. */
const mostSpaces = 200;

function spaces(count = '1'): number {
  return Math.max(1, Math.min(Number(count) || 1, mostSpaces));
}

import { tooDeep } from '../html/depth.ts';
import { linkIn, longestCode } from './field-code.ts';
import { type Block, type Item, noteReference } from './flow.ts';
import type { Left } from './notices.ts';
import { createParagraphLimit } from './paragraph-limit.ts';
import { encodingOfCodePage } from './rtf-encodings.ts';
import { createRtfHeader, type HeaderPart, type RtfHeader } from './rtf-header.ts';
import { changed, firstState, plainCharacters, type RtfState } from './rtf-state.ts';
import { createStory } from './rtf-story.ts';
import { rtfTokens } from './rtf-tokens.ts';
import { type Destination, destinationOf, letters } from './rtf-words.ts';
import { addRun, type Mark } from './runs.ts';
import { fromSymbolFont } from './symbol-font.ts';

export interface RtfBody {
  header: RtfHeader;
  blocks: Block[];
  notes: Block[][];
  counts: Map<Left, number>;
  /** Whether every group that was begun has ended: where not, the file is cut short. */
  isWhole: boolean;
}

/** Groups in one another. Word writes some dozens. */
const deepestGroup = 1000;

type Decoder = InstanceType<typeof TextDecoder>;

/** Word's own bound. */
const mostColumns = 63;

interface Group {
  state: RtfState;
  /** What is to be done where it ends. */
  whenClosed: (() => void) | null;
}

/** Interprets an RTF file as a word processor does: control words change a state that groups keep and give back. */
export function readRtfBody(bytes: Uint8Array): RtfBody {
  const header = createRtfHeader();
  const notes: Block[][] = [];
  const counts = new Map<Left, number>();
  const decoders = new Map<string, Decoder>();
  const groups: Group[] = [];
  const countParagraph = createParagraphLimit();
  let state = firstState;
  let story = createStory();
  let encoding = 'windows-1252';
  let defaultFont = 0;
  /** Characters still to be passed over after a `\u`. */
  let toSkip = 0;
  /** Whether the last control was `\*`, which says that who does not know the next may pass over its group. */
  let isOptional = false;
  let lastChange: RtfState['change'] = 'none';
  /** Lists as Word 6 and WordPad write them: the paragraph brings its number along. */
  let oldItem: Item | null = null;
  let oldLists = 0;
  /** The cells of the row as it was last defined, and whether each is part of the one before it. */
  let merged: boolean[] = [];
  let isMerged = false;

  const count = (what: Left) => counts.set(what, (counts.get(what) ?? 0) + 1);

  const write = (text: string) => {
    const { destination, field } = state;
    if (destination === 'text') writeText(text);
    else if (destination === 'field') field.code = (field.code + text).slice(0, longestCode);
    else if (isHeaderPart(destination)) header.text(destination, text);
  };
  const writeText = (text: string) => {
    const { marks, hidden, change, characterStyle, href } = state;
    if (change !== 'none' && change !== lastChange) count('change');
    lastChange = change;
    if (hidden && text.trim() !== '') count('hidden');
    if (hidden || change === 'deleted') return;
    const own = new Set<Mark>(marks);
    if (header.isCode(characterStyle)) own.add('code');
    // What a link looks like is no emphasis of its author's.
    if (href !== null) own.delete('u');
    addRun(story.runs, { text, marks: own, href });
  };
  const writeBytes = (given: Uint8Array) => {
    const rest = given.subarray(toSkip);
    toSkip -= given.length - rest.length;
    if (rest.length === 0 || state.destination === 'skip') return;
    const font = header.fonts.get(state.font);
    const label = state.destination === 'text' ? (font?.encoding ?? encoding) : encoding;
    if (label === 'symbol') write(Array.from(rest, (code) => fromSymbolFont(font?.name ?? '', code)).join(''));
    else write(decoderOf(label).decode(rest));
  };
  const decoderOf = (label: string): Decoder => {
    const decoder = decoders.get(label) ?? new TextDecoder(label);
    decoders.set(label, decoder);
    return decoder;
  };

  const depthOf = () => (state.inTable ? state.tableDepth : story.isRowOpen ? 1 : 0);
  const endParagraph = (depth: number) => {
    countParagraph();
    // A deleted end joins the paragraph to the next.
    if (state.change === 'deleted') return;
    const kind = header.kindOf(state.style, state.outline);
    const item = oldItem ?? (state.list === 0 ? null : header.itemOf(state.list, state.level));
    if (oldItem === null) oldLists += 1;
    story.endParagraph(kind, kind === 'p' || kind === 'quote' ? item : null, depth);
  };
  const endCell = (depth: number) => {
    endParagraph(depth);
    story.endCell(depth);
  };

  /** Reads what follows in this group as a text of its own. */
  const startStory = (group: Group | undefined, take: (blocks: Block[]) => void) => {
    countParagraph();
    const outer = story;
    story = createStory();
    state = { ...state, ...plainCharacters, destination: 'text', inTable: false, href: null };
    if (group === undefined) return;
    group.whenClosed = () => {
      if (story.runs.length > 0) endParagraph(0);
      const blocks = story.finish();
      story = outer;
      take(blocks);
    };
  };
  const isInStory = () => groups.some(({ whenClosed }) => whenClosed !== null);
  const startDestination = (destination: Destination) => {
    if (destination === 'comment') count('comment');
    if (destination === 'comment' || (destination === 'note' && (isInStory() || state.destination !== 'text'))) {
      state = { ...state, destination: 'skip' };
    } else if (destination === 'note') {
      const index = notes.push([]) - 1;
      addRun(story.runs, noteReference(index));
      startStory(groups.at(-1), (blocks) => {
        notes[index] = blocks;
      });
    } else if (destination === 'box') {
      const { beside } = story;
      startStory(groups.at(-1), (blocks) => {
        for (const block of blocks) beside.push(block);
      });
    } else state = { ...state, destination };
  };

  const control = (word: string, value: number | null) => {
    const optional = isOptional;
    isOptional = word === '*';
    if (state.destination === 'skip' && word !== 'shptxt' && word !== 'ud') return;
    const destination = destinationOf(word);
    const { destination: current } = state;
    if (word === 'ud') state = { ...state, destination: groups.at(-2)?.state.destination ?? 'text' };
    else if (destination !== undefined) startDestination(destination);
    else if (word === 'u') {
      write(String.fromCharCode((value ?? 0) & 0xffff));
      toSkip = state.fallback;
    } else if (letters.has(word)) write(letters.get(word) ?? '');
    else if (isHeaderPart(current)) {
      if (optional && !/^(cs|ts|ds|company)$/.test(word)) state = { ...state, destination: 'skip' };
      else header.control(current, word, value);
    } else if (current === 'old list') readOldList(word, value ?? 1);
    else if (optional) state = { ...state, destination: 'skip' };
    else if (current === 'text') textControl(word, value);
  };
  const textControl = (word: string, value: number | null) => {
    const next = changed(state, word, value);
    if (next !== null) state = next;
    if (word === 'pard') oldItem = null;
    else if (word === 'plain') state = { ...state, ...plainCharacters, font: defaultFont };
    else if (word === 'par' || word === '\n' || word === '\r') endParagraph(depthOf());
    else if (word === 'sect' && story.runs.length > 0) endParagraph(depthOf());
    else if (word === 'cell') endCell(1);
    else if (word === 'nestcell') endCell(Math.max(2, state.tableDepth));
    else if (word === 'trowd') {
      story.isRowOpen = true;
      merged = [];
      isMerged = false;
    } else if (word === 'clmrg') isMerged = true;
    else if (word === 'cellx') {
      if (merged.length < mostColumns) merged.push(isMerged);
      isMerged = false;
    } else if (word === 'row') {
      story.endRow(1, merged);
      story.isRowOpen = false;
    } else if (word === 'nestrow') story.endRow(Math.max(2, state.tableDepth), merged);
    else if (word === 'field') state = { ...state, field: { code: '' } };
    else if (word === 'fldrslt') state = { ...state, href: linkIn(state.field.code) ?? state.href };
    else if (word === 'ansicpg') encoding = encodingOfCodePage(value ?? 1252);
    else if (word === 'mac') encoding = 'macintosh';
    else if (word === 'deff') {
      defaultFont = value ?? 0;
      state = { ...state, font: defaultFont };
    }
  };
  const readOldList = (word: string, value: number) => {
    if (word === 'pnlvlblt' || word === 'pnlvlbody') {
      oldItem = { list: `old ${oldLists}`, numbered: word === 'pnlvlbody', level: 0, start: 1 };
    } else if (oldItem !== null && word === 'pnstart') oldItem = { ...oldItem, start: Math.max(0, value) };
  };

  for (const token of rtfTokens(bytes)) {
    if (token.type === 'open') {
      if (groups.length === deepestGroup) throw tooDeep();
      groups.push({ state, whenClosed: null });
      toSkip = 0;
    } else if (token.type === 'close') {
      const group = groups.pop();
      group?.whenClosed?.();
      if (isHeaderPart(state.destination)) header.close(state.destination);
      state = group?.state ?? firstState;
      toSkip = 0;
      // What stands after the end is padding.
      if (groups.length === 0) break;
    } else if (token.type === 'bytes') writeBytes(token.bytes);
    else {
      toSkip = 0;
      control(token.word, token.value);
    }
    if (token.type !== 'control') isOptional = false;
  }
  const isWhole = groups.length === 0;
  if (story.runs.length > 0) endParagraph(depthOf());
  return { header, blocks: story.finish(), notes, counts, isWhole };
}

const headerParts: ReadonlySet<string> = new Set<HeaderPart>(['fonts', 'styles', 'lists', 'overrides', 'info']);

function isHeaderPart(destination: Destination): destination is HeaderPart {
  return headerParts.has(destination);
}

import { connect, type EditorNode, type EditorState, type NewPassage } from '../../../contract/index.ts';
import { openEngine } from '../../../main/engine/engine.ts';

export interface BookSize {
  paragraphs: number;
  words: number;
  passages: number;
}

const vocabulary =
  'the a of and to in for that was which over under between because harbour treaty pipeline grain tariff ministry border festival archive dialect quota railway river statistics survey village museum broadcast election budget summit delegation carried weighed signed delayed counted stored argued promised crossed measured'.split(
    ' ',
  );

/** The same sequence in every run, so that runs can be compared. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function textNode(text: string): EditorNode {
  return { type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' };
}

const element = { version: 1, direction: null, format: '', indent: 0 };

function paragraph(children: EditorNode[]): EditorNode {
  return { ...element, type: 'paragraph', textFormat: 0, textStyle: '', children };
}

function sentences(next: (below: number) => number, words: number): string {
  const drawn = Array.from({ length: words }, () => vocabulary[next(vocabulary.length)] ?? '');
  return `${drawn.map((word, index) => (index % 12 === 11 ? `${word}.` : word)).join(' ')}.`;
}

/** A book without passages: every paragraph one text. */
export function bookState({ paragraphs, words }: BookSize): EditorState {
  const next = sequence(7);
  const each = Math.max(1, Math.round(words / paragraphs));
  const children = Array.from({ length: paragraphs }, () => paragraph([textNode(sentences(next, each))]));
  return { root: { ...element, type: 'root', children } };
}

/** The same book with marks evenly in it: of a few words to half a paragraph, every fourth one overlapped by the next. */
function markedState(state: EditorState, passages: readonly string[]): EditorState {
  const next = sequence(11);
  const blocks = state.root.children;
  const idsIn = Map.groupBy(passages, (_, index) => Math.floor((index * blocks.length) / passages.length));
  const mark = (ids: string[], text: string): EditorNode => ({ ...element, type: 'mark', ids, children: [textNode(text)] });
  const children = blocks.map((block, index) => {
    const ids = idsIn.get(index);
    const leaf = 'children' in block && Array.isArray(block.children) ? block.children[0] : undefined;
    if (ids === undefined || leaf === undefined || !('text' in leaf) || typeof leaf.text !== 'string') return block;
    const { text } = leaf;
    const parts: EditorNode[] = [];
    let from = 0;
    for (const [n, id] of ids.entries()) {
      const room = Math.floor((text.length - from) / (ids.length - n));
      const start = from + 1 + next(Math.max(1, Math.floor(room / 3)));
      const end = start + 10 + next(Math.max(1, Math.floor(room / 2)));
      parts.push(textNode(text.slice(from, start)));
      const before = ids[n - 1];
      parts.push(mark(before !== undefined && n % 4 === 3 ? [before, id] : [id], text.slice(start, end)));
      from = end;
    }
    parts.push(textNode(text.slice(from)));
    return paragraph(parts);
  });
  return { root: { ...state.root, children } };
}

export const bookTitle = 'The book';
export const leafletTitle = 'The leaflet';

/** Makes a notebook with the book, its passages spread over the first spheres, and a leaflet that the window opens on. */
export async function makeNotebook(file: string, size: BookSize): Promise<void> {
  const engine = openEngine({ file, mode: 'create' });
  const client = connect(engine.wire(), 'bench');
  const spheres = await client.call('spheres.list', {});
  const bare = bookState(size);
  const { document } = await client.call('documents.create', { title: bookTitle, state: bare });
  const ids: string[] = [];
  while (ids.length < size.passages) {
    ids.push(...(await client.call('ids.mint', { count: Math.min(100, size.passages - ids.length) })).ids);
  }
  const create = ids.map(
    (id, index): NewPassage => ({ id, spheres: spheres.slice(index % 3, (index % 3) + 1 + (index % 2)).map((sphere) => sphere.id) }),
  );
  await client.call('documents.save', { documentId: document.id, baseRevision: document.revision, state: markedState(bare, ids), create });
  await client.call('documents.create', { title: leafletTitle, state: bookState({ paragraphs: 3, words: 240, passages: 0 }) });
  engine.close();
}

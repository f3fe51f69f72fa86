import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHeadlessEditor } from '@lexical/headless';
import { $getRoot, $getSelection, type LexicalEditor } from 'lexical';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, type EngineClient, type Passage } from '../../../contract/index.ts';
import { openEngine } from '../../../main/engine/engine.ts';
import { adoptedTag, parseDocument } from '../../../renderer/editor/session/documents.ts';
import { DocumentSession } from '../../../renderer/editor/session/session.ts';
import { Tagging } from '../../../renderer/editor/tagging/tagging.ts';
import { registerMarks } from '../../../renderer/editor/text/marks.ts';
import { documentEditorConfig } from '../../../renderer/editor/text/nodes.ts';
import { $mark } from '../../../renderer/editor/text/stretch.ts';
import { $textMap } from '../../../renderer/editor/text/text-map.ts';
import { dismissAll, useToasts } from '../../../renderer/ui/toast.ts';
import { TextHistory } from '../../../renderer/undo/text-history.ts';
import { inTurn, redo, undo, useTimeline } from '../../../renderer/undo/timeline.ts';
import { useWorkspace } from '../../../renderer/workspace/workspace.ts';
import { $select, paragraph, quotes, state, text, update, wordsOf } from './helpers.ts';

let folder: string;
let engine: Awaited<ReturnType<typeof openEngine>>;
/** The window under test, and somebody else with the same notebook open. */
let window: EngineClient;
let other: EngineClient;
let economic: string;
let cultural: string;
const closing: (() => void)[] = [];

/** Saves of the window wait for it. */
let gate = Promise.resolve();

function slowly(client: EngineClient): EngineClient {
  return {
    ...client,
    call: async (method, params, options) => {
      if (method === 'documents.save') await gate;
      return client.call(method, params, options);
    },
  };
}

/** Has the saves of the window wait, as a book's do. Returns how to let them go on. */
function holdSaves(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  gate = promise;
  return resolve;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'armillary-session-'));
  engine = await openEngine({ file: join(folder, 'notebook.armillary'), mode: 'create', analyst: 'Ana' });
  window = slowly(connect(engine.wire(), 'window'));
  other = connect(engine.wire(), 'other');
  [economic = '', cultural = ''] = (await window.call('spheres.list', {})).map(({ id }) => id);
  useTimeline.setState({ done: [], undone: [] });
  useWorkspace.getState().focusPassage(null);
  dismissAll();
});
afterEach(async () => {
  gate = Promise.resolve();
  for (const close of closing.splice(0)) close();
  await engine.close();
  rmSync(folder, { recursive: true });
});

async function open(...blocks: Parameters<typeof state>) {
  const { document } = await window.call('documents.create', { title: 'Report', state: state(...blocks) });
  const editor = createHeadlessEditor(documentEditorConfig());
  const history = new TextHistory(editor, document.id, () => undefined);
  const session = new DocumentSession(window, document, editor, history);
  closing.push(registerMarks(editor), history.register());
  editor.setEditorState(parseDocument(editor, document.state), { tag: adoptedTag });
  closing.push(session.register());
  const stored = async () => (await other.call('documents.text', { documentId: document.id })).text;
  const passages = () => other.call('passages.list', { documentId: document.id });
  const type = (at: number, words: string) =>
    update(editor, () => {
      $select(at);
      $getSelection()?.insertText(words);
    });
  return { editor, session, history, documentId: document.id, stored, passages, type };
}

/** Puts stretches into a sphere, one right after the other. Resolves when their marks stand in the text. */
async function tagAll(editor: LexicalEditor, tagging: Tagging, stretches: readonly [from: number, to: number][]): Promise<void> {
  for (const [from, to] of stretches) {
    update(editor, () => $select(from, to));
    tagging.toggle({ id: economic, name: 'economic' });
    await Promise.resolve();
  }
  await until(() => Object.keys(quotes(editor)).length === stretches.length);
}

/** Resolves when what was asked for before has been done. */
const othersDone = () => inTurn(async () => undefined);

/** Waits until what was begun is done: the acts of tagging follow one another. */
async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('it did not come to be');
}

const spoken = (passages: readonly Passage[]) => passages.map(({ quote, state: anchored }) => `${quote} (${anchored})`);

describe('saving', () => {
  test('puts on disk what was written', async () => {
    const { session, stored, type } = await open(paragraph(text('one two')));
    type(7, ' three');
    expect(session.unsaved).toBe(true);
    await session.flush();
    expect(await stored()).toBe('one two three');
    expect(session.unsaved).toBe(false);
  });

  test('opening a document saves nothing', async () => {
    const { session } = await open(paragraph(text('one')));
    expect(session.unsaved).toBe(false);
  });
});

describe('tagging', () => {
  test('makes a passage at once, and undo and redo take it along', async () => {
    const { editor, session, passages } = await open(paragraph(text('one two three')));
    update(editor, () => $select(4, 8));
    new Tagging(session, window).toggle({ id: economic, name: 'economic' });
    await until(async () => (await passages()).length === 1);
    expect((await passages())[0]).toMatchObject({ quote: 'two', state: 'anchored', taggings: [{ sphereId: economic }] });
    expect(useTimeline.getState().done.at(-1)?.label).toBe('Tag economic');

    await session.flush();
    await undo();
    expect(await passages()).toEqual([]);
    expect(quotes(editor)).toEqual({});
    await redo();
    expect((await passages())[0]).toMatchObject({ quote: 'two', state: 'anchored', taggings: [{ sphereId: economic }] });
  });

  test('the same key again takes it out of the sphere, and leaves the passage', async () => {
    const { editor, session, passages } = await open(paragraph(text('one two three')));
    update(editor, () => $select(4, 7));
    const tagging = new Tagging(session, window);
    tagging.toggle({ id: economic, name: 'economic' });
    tagging.toggle({ id: economic, name: 'economic' });
    await until(async () => (await passages())[0]?.taggings.length === 0);
    expect(spoken(await passages())).toEqual(['two (anchored)']);
    await undo();
    expect((await passages())[0]?.taggings).toHaveLength(1);
  });

  test('a key means what was selected when it was pressed, however long those before it take', async () => {
    const { editor, session, passages, type } = await open(paragraph(text('one two three')));
    const tagging = new Tagging(session, window);
    const press = async (from: number, to: number) => {
      update(editor, () => $select(from, to));
      tagging.toggle({ id: economic, name: 'economic' });
      await Promise.resolve();
    };
    await press(0, 3);
    await press(4, 7);
    await press(0, 3);
    update(editor, () => $select(8, 13));
    type(0, 'Item ');
    await until(async () => (await passages()).some(({ taggings }) => taggings.length === 0));
    await session.flush();
    expect((await passages()).map(({ quote, taggings }) => [quote, taggings.length])).toEqual([
      ['one', 0],
      ['two', 1],
    ]);
  });

  test('with nothing but space selected, a key tags nothing and says so', async () => {
    const { editor, session, passages } = await open(paragraph(text('one  two three')));
    const tagging = new Tagging(session, window);
    const goOn = holdSaves();
    await tagAll(editor, tagging, [[0, 3]]);
    update(editor, () => $select(3, 5));
    tagging.toggle({ id: economic, name: 'economic' });
    await until(() => useToasts.getState().toasts.length === 1);
    goOn();
    await session.flush();
    expect(useToasts.getState().toasts[0]).toMatchObject({ message: 'Nothing was done: no words are selected.', error: false });
    expect((await passages()).map(({ quote, taggings }) => [quote, taggings.length])).toEqual([['one', 1]]);
  });

  test('a passage made late does not take the focus from where the analyst went meanwhile', async () => {
    const { editor, session, passages } = await open(paragraph(text('one two three')));
    const tagging = new Tagging(session, window);
    update(editor, () => $select(0, 3));
    tagging.toggle({ id: economic, name: 'economic' });
    tagging.toggle({ id: economic, name: 'economic' });
    await Promise.resolve();
    update(editor, () => $select(13));
    useWorkspace.getState().focusPassage(null);
    await until(async () => (await passages())[0]?.taggings.length === 0);
    expect(useWorkspace.getState().passageId).toBeNull();
  });

  test('of passages made faster than they are saved none is lost', async () => {
    const { editor, session, passages } = await open(...['one two', 'three four', 'five six'].map((words) => paragraph(text(words))));
    const { ids } = await window.call('ids.mint', { count: 3 });
    for (const [index, start] of [0, 8, 19].entries()) {
      const id = ids[index] ?? '';
      update(editor, () => $mark($textMap(), id, { start, end: start + 3 }));
      session.ask({ create: { id, spheres: [economic] } });
    }
    await until(async () => {
      await session.flush();
      return !session.unsaved;
    });
    expect(spoken(await passages())).toEqual(['one (anchored)', 'thr (anchored)', 'fiv (anchored)']);
  });

  test('a passage that waits for its save is retagged when it is there', async () => {
    const { editor, session, passages } = await open(...['one two', 'three four', 'five six'].map((words) => paragraph(text(words))));
    const tagging = new Tagging(session, window);
    const goOn = holdSaves();
    await tagAll(editor, tagging, [
      [0, 3],
      [8, 11],
      [19, 22],
    ]);
    tagging.toggle({ id: cultural, name: 'cultural' });
    goOn();
    await until(async () => (await passages())[2]?.taggings.length === 2);
    expect(useToasts.getState().toasts).toEqual([]);
    expect((await passages()).map(({ quote, taggings }) => [quote, taggings.length])).toEqual([
      ['one', 1],
      ['thr', 1],
      ['fiv', 2],
    ]);
  });

  test('a passage that is there is retagged at once, however long the text takes to save', async () => {
    const { editor, session, passages, type } = await open(paragraph(text('one two three')));
    const tagging = new Tagging(session, window);
    await tagAll(editor, tagging, [[4, 7]]);
    await session.flush();
    const goOn = holdSaves();
    type(13, ' four');
    update(editor, () => $select(4, 7));
    tagging.toggle({ id: cultural, name: 'cultural' });
    await othersDone();
    expect((await passages())[0]?.taggings).toHaveLength(2);
    expect(session.unsaved).toBe(true);
    goOn();
    await session.flush();
  });

  test('a passage whose words are deleted before its save is made all the same, and detached', async () => {
    const { editor, session, passages } = await open(paragraph(text('one two three')));
    const goOn = holdSaves();
    await tagAll(editor, new Tagging(session, window), [
      [0, 3],
      [8, 13],
    ]);
    update(editor, () => $getSelection()?.insertText(''));
    goOn();
    await session.flush();
    expect(spoken(await passages())).toEqual(['one (anchored)', 'three (detached)']);
    expect((await passages())[1]?.taggings).toHaveLength(1);
  });

  test('a passage taken away before its save comes back by undo, and goes again', async () => {
    const { editor, session, passages } = await open(paragraph(text('one two three')));
    const tagging = new Tagging(session, window);
    const goOn = holdSaves();
    await tagAll(editor, tagging, [[4, 7]]);
    tagging.remove(Object.keys(quotes(editor)));
    const undone = undo();
    goOn();
    await undone;
    await session.flush();
    expect(spoken(await passages())).toEqual(['two (anchored)']);
    expect((await passages())[0]?.taggings).toHaveLength(1);
    await redo();
    expect(await passages()).toEqual([]);
    expect(quotes(editor)).toEqual({});
  });

  test('a passage retagged and taken away at once comes back in the order of the keys', async () => {
    const { editor, session, passages } = await open(paragraph(text('one two three')));
    const tagging = new Tagging(session, window);
    const goOn = holdSaves();
    await tagAll(editor, tagging, [[4, 7]]);
    tagging.toggle({ id: cultural, name: 'cultural' });
    tagging.remove(Object.keys(quotes(editor)));
    goOn();
    await othersDone();
    await session.flush();
    expect(await passages()).toEqual([]);
    expect(
      useTimeline
        .getState()
        .done.slice(-3)
        .map(({ label }) => label),
    ).toEqual(['Tag economic', 'Tag cultural', 'Remove the passage']);
    await undo();
    expect((await passages())[0]?.taggings).toHaveLength(2);
    await undo();
    expect((await passages())[0]?.taggings).toHaveLength(1);
    expect(useToasts.getState().toasts).toEqual([]);
  });

  test('words written while the making of a passage is being taken back stay, and are taken back by the next undo', async () => {
    const { editor, session, passages, stored, type } = await open(paragraph(text('one two three')));
    const goOn = holdSaves();
    await tagAll(editor, new Tagging(session, window), [[4, 7]]);
    const undone = undo();
    await until(() => Object.keys(quotes(editor)).length === 0);
    type(13, ' four');
    goOn();
    await undone;
    await session.flush();
    expect(await stored()).toBe('one two three four');
    expect(await passages()).toEqual([]);
    await undo();
    expect(wordsOf(editor)).toBe('one two three');
    await redo();
    expect(wordsOf(editor)).toBe('one two three four');
  });

  test('words typed again just before another passage is made bring theirs back', async () => {
    const { editor, session, passages, type } = await open(paragraph(text('one two three')));
    const tagging = new Tagging(session, window);
    const tag = async (from: number, to: number) => {
      update(editor, () => $select(from, to));
      tagging.toggle({ id: economic, name: 'economic' });
      await until(() => Object.keys(quotes(editor)).length > 0);
    };
    await tag(4, 7);
    await session.flush();
    update(editor, () => $getSelection()?.insertText(''));
    await session.flush();
    expect(spoken(await passages())).toEqual(['two (detached)']);
    type(4, 'two');
    await tag(0, 3);
    await session.flush();
    expect(spoken(await passages())).toEqual(['one (anchored)', 'two (anchored)']);
  });

  test('a passage that undo took away is no target for the next key', async () => {
    const { editor, session, passages } = await open(paragraph(text('one two three')));
    const tagging = new Tagging(session, window);
    update(editor, () => $select(4, 7));
    tagging.toggle({ id: economic, name: 'economic' });
    await until(async () => (await passages()).length === 1);
    await session.flush();
    const { passageId } = useWorkspace.getState();
    expect(session.spheresOf(passageId ?? '')).toEqual([economic]);
    await undo();
    expect(session.spheresOf(passageId ?? '')).toBeUndefined();
    update(editor, () => $select(0));
    expect(tagging.target()).toBeNull();
  });

  test('a passage taken away comes back with its note', async () => {
    const { editor, session, passages } = await open(paragraph(text('one two three')));
    update(editor, () => $select(4, 7));
    const tagging = new Tagging(session, window);
    tagging.toggle({ id: economic, name: 'economic' });
    await until(async () => (await passages()).length === 1);
    const id = (await passages())[0]?.id ?? '';
    await window.call('notes.put', { target: { kind: 'passage', id }, body: 'Look again.' });
    tagging.remove([id]);
    await othersDone();
    await session.flush();
    expect(await passages()).toEqual([]);
    await undo();
    expect((await passages())[0]).toMatchObject({ quote: 'two', note: 'Look again.', state: 'anchored' });
  });

  test('deleting its text detaches a passage, undo brings it back', async () => {
    const { editor, session, passages } = await open(paragraph(text('one two three')));
    update(editor, () => $select(4, 7));
    new Tagging(session, window).toggle({ id: economic, name: 'economic' });
    await until(async () => (await passages()).length === 1);
    await session.flush();
    update(editor, () => $getSelection()?.insertText(''));
    await session.flush();
    expect(spoken(await passages())).toEqual(['two (detached)']);
    await undo();
    await session.flush();
    expect(spoken(await passages())).toEqual(['two (anchored)']);
  });
});

describe('a passage whose text was deleted', () => {
  async function detached() {
    const opened = await open(paragraph(text('one two three four')));
    update(opened.editor, () => $select(4, 7));
    const tagging = new Tagging(opened.session, window);
    tagging.toggle({ id: economic, name: 'economic' });
    await until(async () => (await opened.passages()).length === 1);
    update(opened.editor, () => $getSelection()?.insertText(''));
    await opened.session.flush();
    expect(spoken(await opened.passages())).toEqual(['two (detached)']);
    return { ...opened, tagging, id: (await opened.passages())[0]?.id ?? '' };
  }

  test('comes back when its words are typed again where they stood', async () => {
    const { editor, session, passages, type } = await detached();
    for (const [index, letter] of Array.from('two').entries()) {
      type(4 + index, letter);
      await session.flush();
    }
    expect(spoken(await passages())).toEqual(['two (anchored)']);
    expect(Object.values(quotes(editor))).toEqual(['two']);
  });

  test('does not come back where its words stand elsewhere', async () => {
    const { session, passages, type } = await detached();
    type(0, 'two ');
    await session.flush();
    expect(spoken(await passages())).toEqual(['two (detached)']);
  });

  test('is anchored by hand on other words; undo gives it its old ones', async () => {
    const { editor, session, passages, tagging, id, stored } = await detached();
    const deeds = useTimeline.getState().done.length;
    update(editor, () => $select(5, 10));
    tagging.extend(id);
    await othersDone();
    await session.flush();
    expect(await stored()).toBe('one  three four');
    expect(spoken(await passages())).toEqual(['three (anchored)']);
    expect(
      useTimeline
        .getState()
        .done.slice(deeds)
        .map(({ label }) => label),
    ).toEqual(['Anchor the passage']);

    for (let turns = 0; turns < 2; turns += 1) {
      await undo();
      expect(spoken(await passages())).toEqual(['two (detached)']);
      await redo();
      expect(spoken(await passages())).toEqual(['three (anchored)']);
    }
  });

  test('is taken away by the key as any other, and comes back detached', async () => {
    const { passages, tagging, id } = await detached();
    tagging.remove([id]);
    await othersDone();
    expect(await passages()).toEqual([]);
    await undo();
    expect(spoken(await passages())).toEqual(['two (detached)']);
  });

  test('has no end to move, and says so', async () => {
    const { tagging, id } = await detached();
    tagging.grow(id);
    await othersDone();
    expect(useToasts.getState().toasts.map(({ message }) => message)).toEqual([
      'The passage has no words in the text: anchor it on some first.',
    ]);
  });

  test('removed elsewhere it does not come back by undo', async () => {
    const { editor, session, passages, id } = await detached();
    await other.call('passages.remove', { passageIds: [id] });
    await undo();
    await session.flush();
    expect(await passages()).toEqual([]);
    expect(quotes(editor)).toEqual({});
  });
});

describe('others who change the same document', () => {
  const tagElsewhere = async (documentId: string, start: number, end: number) => {
    const { revision } = await other.call('documents.text', { documentId });
    return (await other.call('passages.tag', { documentId, baseRevision: revision, start, end, sphereIds: [economic] })).passage;
  };

  test('their passages appear here', async () => {
    const { editor, documentId } = await open(paragraph(text('one two three')));
    await tagElsewhere(documentId, 4, 7);
    await until(() => Object.values(quotes(editor)).includes('two'));
  });

  test('their passages and what is being written here come together', async () => {
    const { editor, session, documentId, stored, passages, type } = await open(paragraph(text('one two three')));
    type(0, 'zero ');
    await tagElsewhere(documentId, 4, 7);
    await session.flush();
    expect(await stored()).toBe('zero one two three');
    expect(spoken(await passages())).toEqual(['two (anchored)']);
    expect(Object.values(quotes(editor))).toEqual(['two']);
  });

  test('their passages come between some made here that wait for their saves', async () => {
    const { editor, session, documentId, passages } = await open(paragraph(text('one two three four')));
    const goOn = holdSaves();
    await tagAll(editor, new Tagging(session, window), [
      [0, 3],
      [8, 13],
      [14, 18],
    ]);
    await tagElsewhere(documentId, 4, 7);
    goOn();
    await until(async () => (await passages()).length === 4 && !session.unsaved);
    expect(spoken(await passages())).toEqual(['one', 'two', 'three', 'four'].map((word) => `${word} (anchored)`));
    expect(Object.values(quotes(editor)).toSorted()).toEqual(['four', 'one', 'three', 'two']);
  });

  test('undoing what was written before does not lose them', async () => {
    const { editor, session, documentId, stored, passages, type } = await open(paragraph(text('one two three')));
    type(13, ' four');
    await session.flush();
    await tagElsewhere(documentId, 4, 7);
    await until(() => Object.values(quotes(editor)).includes('two'));
    type(0, 'zero ');
    await session.flush();
    await undo();
    await undo();
    await session.flush();
    expect(await stored()).toBe('one two three');
    expect(spoken(await passages())).toEqual(['two (anchored)']);
  });

  test('their words are shown where nothing was written here', async () => {
    const { editor, documentId } = await open(paragraph(text('one two')));
    const latest = await other.call('documents.get', { documentId });
    await other.call('documents.save', { documentId, baseRevision: latest.revision, state: state(paragraph(text('one two three'))) });
    await until(() => wordsOf(editor) === 'one two three');
  });

  test('their words and other words written here are left for the analyst to choose from', async () => {
    const { editor, session, documentId, stored, type } = await open(paragraph(text('one two')));
    type(7, ' mine');
    const latest = await other.call('documents.get', { documentId });
    await other.call('documents.save', { documentId, baseRevision: latest.revision, state: state(paragraph(text('one two theirs'))) });
    await expect(session.flush()).rejects.toThrow('changed elsewhere');
    expect(session.store.getState().conflict?.id).toBe(documentId);
    expect(wordsOf(editor)).toBe('one two mine');
    expect(await stored()).toBe('one two theirs');

    session.take(await window.call('documents.get', { documentId }));
    expect(wordsOf(editor)).toBe('one two theirs');
    expect(session.store.getState()).toMatchObject({ conflict: null, save: { kind: 'saved' } });
    expect(editor.read(() => $getRoot().getChildrenSize())).toBe(1);
  });
});

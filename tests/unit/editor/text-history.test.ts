import { $getSelection, $isRangeSelection, type LexicalEditor, UNDO_COMMAND } from 'lexical';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ArmillaryError } from '../../../contract/index.ts';
import { $mark } from '../../../renderer/editor/text/stretch.ts';
import { $textMap } from '../../../renderer/editor/text/text-map.ts';
import { TextHistory } from '../../../renderer/undo/text-history.ts';
import { record, redo, undo, useTimeline } from '../../../renderer/undo/timeline.ts';
import { $select, editorOf, paragraph, quotes, text, update, wordsOf } from './helpers.ts';

beforeEach(() => {
  useTimeline.setState({ done: [], undone: [], forgot: false });
});

function opened() {
  const editor = editorOf(paragraph(text('one two')));
  const history = new TextHistory(editor, 'document', (direction) => void (direction === 'undo' ? undo() : redo()));
  const stop = history.register();
  update(editor, () => $select(7));
  return { editor, history, stop };
}

function type(editor: LexicalEditor, words: string): void {
  editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(words);
    },
    { discrete: true },
  );
}

const labels = () => useTimeline.getState().done.map(({ label }) => label);

describe('the text on the window’s timeline', () => {
  test('typing is one deed, taken back and done again', async () => {
    const { editor } = opened();
    for (const character of ' three') type(editor, character);
    expect(labels()).toEqual(['Typing']);
    await undo();
    expect(wordsOf(editor)).toBe('one two');
    await redo();
    expect(wordsOf(editor)).toBe('one two three');
    expect(labels()).toEqual(['Typing']);
  });

  test('deeds of the engine come between, in the order they were done', async () => {
    const { editor } = opened();
    const turns: string[] = [];
    type(editor, '!');
    record({ label: 'rename sphere', documentId: null, undo: () => void turns.push('undo'), redo: () => void turns.push('redo') });
    type(editor, '?');
    expect(labels()).toEqual(['Typing', 'rename sphere', 'Typing']);
    await undo();
    expect(wordsOf(editor)).toBe('one two!');
    await undo();
    await undo();
    expect(turns).toEqual(['undo']);
    expect(wordsOf(editor)).toBe('one two');
    await redo();
    await redo();
    await redo();
    expect(wordsOf(editor)).toBe('one two!?');
    expect(turns).toEqual(['undo', 'redo']);
  });

  test('a passage is an entry of its own, also in the middle of typing', async () => {
    const { editor, history } = opened();
    type(editor, '!');
    history.deed('tag', () => $mark($textMap(), 'a', { start: 0, end: 3 }));
    type(editor, '?');
    expect(quotes(editor)).toEqual({ a: 'one' });
    await undo();
    await undo();
    expect(quotes(editor)).toEqual({});
    expect(wordsOf(editor)).toBe('one two!');
    await redo();
    expect(quotes(editor)).toEqual({ a: 'one' });
  });

  test('the browser’s own undo takes back the last deed, whatever it was', async () => {
    const { editor } = opened();
    type(editor, '!');
    const engineUndo = vi.fn();
    record({ label: 'rename sphere', documentId: null, undo: engineUndo, redo: () => undefined });
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    await undo();
    expect(engineUndo).toHaveBeenCalledOnce();
    expect(wordsOf(editor)).toBe('one two');
  });

  test('a deed that cannot be taken back stays where it is', async () => {
    const { editor } = opened();
    type(editor, '!');
    record({ label: 'tag', documentId: null, undo: () => Promise.reject(new Error('changed since')), redo: () => undefined });
    await expect(undo()).rejects.toThrow('changed since');
    expect(labels()).toEqual(['Typing', 'tag']);
  });

  test('two undos at once take back two deeds', async () => {
    const { editor, history } = opened();
    type(editor, '!');
    history.named('paste', () => type(editor, ' pasted'));
    await Promise.all([undo(), undo(), undo()]);
    expect(wordsOf(editor)).toBe('one two');
    expect(labels()).toEqual([]);
  });

  test('the deeds of an editor that is gone are forgotten, others stay', () => {
    const { editor, stop } = opened();
    type(editor, '!');
    record({ label: 'rename sphere', documentId: null, undo: () => undefined, redo: () => undefined });
    stop();
    expect(labels()).toEqual(['rename sphere']);
  });

  test('text beyond the bound leaves the timeline with its deeds, and what was done between stays', async () => {
    const { editor, history } = opened();
    const turns: string[] = [];
    history.deed('first', () => $mark($textMap(), 'a', { start: 0, end: 3 }));
    record({ label: 'rename sphere', documentId: null, undo: () => void turns.push('undo'), redo: () => void turns.push('redo') });
    for (let n = 0; n < 500; n += 1) history.named(`word ${n}`, () => type(editor, `${n} `));
    expect(labels().slice(0, 2)).toEqual(['rename sphere', 'word 0']);
    const seen = new Set<string>();
    while ((await undo()) !== null) seen.add(`${wordsOf(editor)} ${turns}`);
    expect(seen.size).toBe(501);
    expect(wordsOf(editor)).toBe('one two');
    expect(quotes(editor)).toEqual({ a: 'one' });
    expect(useTimeline.getState().forgot).toBe(true);
    while ((await redo()) !== null) seen.add(`${wordsOf(editor)} ${turns}`);
    expect(wordsOf(editor)).toContain('499');
    expect(turns).toEqual(['undo', 'redo']);
  });

  test('a passage whose text is beyond the bound cannot be taken back by halves', async () => {
    const { editor, history } = opened();
    const entry = history.entry(() => $mark($textMap(), 'a', { start: 0, end: 3 }));
    if (entry === null) throw new Error('nothing was marked');
    record({ label: 'tag', documentId: 'document', entry, undo: entry.undo, redo: entry.redo });
    for (let n = 0; n < 500; n += 1) history.deed(`word ${n}`, () => $mark($textMap(), `${n}`, { start: 4, end: 7 }));
    expect(labels()).not.toContain('tag');
    expect(() => entry.undo()).toThrow(/kept no longer/);
    expect(quotes(editor).a).toBe('one');
  });

  test('after a deed that could not be taken back, the one before it takes its text along', async () => {
    const { editor, history } = opened();
    history.named('first', () => type(editor, ' three'));
    const entry = history.entry(() => $mark($textMap(), 'a', { start: 0, end: 3 }));
    if (entry === null) throw new Error('nothing was marked');
    const gone = () => Promise.reject(new ArmillaryError('not-found', 'Too long ago.'));
    record({ label: 'tag', documentId: 'document', entry, undo: gone, redo: gone });
    await expect(undo()).rejects.toThrow('“tag” was not undone. Too long ago.');
    expect(labels()).toEqual(['first']);
    await undo();
    expect(wordsOf(editor)).toBe('one two');
    await redo();
    expect(wordsOf(editor)).toBe('one two three');
  });
});

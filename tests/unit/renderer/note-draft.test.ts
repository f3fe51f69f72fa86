import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoteDraft, pause } from '../../../renderer/notes/note-draft.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A notebook that keeps a note, and can be made to refuse. */
function notebook() {
  const saves: string[] = [];
  const state = { full: false };
  const put = (body: string) => {
    if (state.full) return Promise.reject(new Error('The disk is full.'));
    saves.push(body);
    return Promise.resolve(saves.length);
  };
  return { saves, state, put };
}

describe('a note being written', () => {
  test('is saved when the writing pauses, not at each letter', async () => {
    const { saves, put } = notebook();
    const draft = new NoteDraft('', put);
    for (const body of ['P', 'Pr', 'Prices']) draft.change(body);
    expect(draft.status.kind).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(pause);
    expect(saves).toEqual(['Prices']);
    expect(draft.status.kind).toBe('saved');
  });

  test('is saved at once when it is left', async () => {
    const { saves, put } = notebook();
    const draft = new NoteDraft('', put);
    draft.change('Prices fell');
    await draft.flush();
    expect(saves).toEqual(['Prices fell']);
  });

  test('saves what was typed during a save, one save after the other', async () => {
    const { saves, put } = notebook();
    const draft = new NoteDraft('', put);
    draft.change('one');
    const first = draft.flush();
    draft.change('one two');
    await Promise.all([first, draft.flush()]);
    expect(saves).toEqual(['one', 'one two']);
  });

  test('keeps the words where they cannot be saved, says why, and saves them later', async () => {
    const { saves, state, put } = notebook();
    const draft = new NoteDraft('', put);
    state.full = true;
    draft.change('worth keeping');
    await vi.advanceTimersByTimeAsync(pause);
    expect(draft.status).toEqual({ kind: 'failed', message: 'The disk is full.' });
    expect(draft.body).toBe('worth keeping');
    await expect(draft.flush()).rejects.toThrow('The disk is full.');
    state.full = false;
    await draft.flush();
    expect(saves).toEqual(['worth keeping']);
  });
});

test('a note outlives the connection it began on', async () => {
  const lost = notebook();
  lost.state.full = true;
  const draft = new NoteDraft('', lost.put);
  draft.change('worth keeping');
  await expect(draft.flush()).rejects.toThrow();
  const found = notebook();
  draft.saveWith(found.put);
  await draft.flush();
  expect(found.saves).toEqual(['worth keeping']);
});

describe('a session of writing', () => {
  test('is one thing to take back, from its first words to its last', async () => {
    const { put } = notebook();
    const draft = new NoteDraft('before', put);
    draft.change('during');
    await draft.flush();
    draft.change('after');
    expect(await draft.endSession()).toEqual({ before: 'before', after: 'after', steps: [1, 2] });
  });

  test('that changed nothing is nothing to take back', async () => {
    const { put } = notebook();
    const draft = new NoteDraft('as it was', put);
    expect(await draft.endSession()).toBeNull();
    draft.change('another thought');
    await draft.flush();
    draft.change('as it was');
    expect(await draft.endSession()).toBeNull();
  });

  test('ends where the next begins', async () => {
    const { put } = notebook();
    const draft = new NoteDraft('', put);
    draft.change('first');
    await draft.endSession();
    draft.change('second');
    expect(await draft.endSession()).toEqual({ before: 'first', after: 'second', steps: [2] });
  });
});

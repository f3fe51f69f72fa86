import { beforeEach, describe, expect, test } from 'vitest';
import { ArmillaryError } from '../../../contract/index.ts';
import { record, recordStep, redo, undo, undoDeed, useTimeline } from '../../../renderer/undo/timeline.ts';
import { newNotebook } from '../engine/notebook.ts';

beforeEach(() => {
  useTimeline.setState({ done: [], undone: [], forgot: false });
});

const labels = (deeds: readonly { label: string }[]) => deeds.map(({ label }) => label);
const done = () => labels(useTimeline.getState().done);
const undone = () => labels(useTimeline.getState().undone);

/** A step that no engine took. */
const unknown = 999_999;

describe('steps that the engine does not remember', () => {
  test('are said and leave the timeline, so that those before them can be taken back', async () => {
    const { client } = newNotebook();
    record({ label: 'typing', documentId: null, undo: () => undefined, redo: () => undefined });
    recordStep(client, 'Rename a sphere', unknown);
    recordStep(client, 'Add a sphere', (await client.call('spheres.add', { name: 'Energy' })).step);
    await undo();
    await expect(undo()).rejects.toThrow('“Rename a sphere” was not undone. This can no longer be undone:');
    expect(done()).toEqual(['typing']);
    expect((await undo())?.label).toBe('typing');
    expect(await undo()).toBeNull();
    expect(undone()).toEqual(['Add a sphere', 'typing']);
  });

  test('leave it also where they would be done again', async () => {
    record({
      label: 'Add a sphere',
      documentId: null,
      undo: () => undefined,
      redo: () => Promise.reject(new ArmillaryError('not-found', 'The step is not known.')),
    });
    await undo();
    await expect(redo()).rejects.toThrow('“Add a sphere” was not done again.');
    expect(undone()).toEqual([]);
    expect(await redo()).toBeNull();
  });

  test('are taken back once, however often it is asked for', async () => {
    const deed = recordStep(newNotebook().client, 'Merge spheres', unknown);
    await expect(undoDeed(deed)).rejects.toThrow();
    expect(await undoDeed(deed)).toBeNull();
  });

  test.each(['conflict', 'storage', 'busy'] as const)('that fail for another reason (%s) stay', async (kind) => {
    const undoing = () => Promise.reject(new ArmillaryError(kind, 'Not now.'));
    record({ label: 'Merge spheres', documentId: null, undo: undoing, redo: undoing });
    await expect(undo()).rejects.toThrow('Not now.');
    expect(done()).toEqual(['Merge spheres']);
  });
});

describe('what is done before the notebook has answered', () => {
  /** A deed whose turns the test ends by hand. */
  function slow(label: string) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    record({ label, documentId: null, undo: () => promise, redo: () => promise });
    return { answer: resolve, refuse: () => reject(new ArmillaryError('conflict', 'Something stands on it.')) };
  }
  const typing = (label: string) => record({ label, documentId: null, undo: () => undefined, redo: () => undefined });

  test('comes after what was taken back, which cannot be done again then', async () => {
    typing('Typing');
    const { answer } = slow('Tag economic');
    const undone1 = undo();
    await Promise.resolve();
    typing('Typing on');
    answer();
    await undone1;
    expect(done()).toEqual(['Typing', 'Typing on']);
    expect(undone()).toEqual([]);
  });

  test('stays after what was not taken back', async () => {
    typing('Typing');
    const { refuse } = slow('Tag economic');
    const undone1 = undo();
    await Promise.resolve();
    typing('Typing on');
    refuse();
    await expect(undone1).rejects.toThrow('Something stands on it.');
    expect(done()).toEqual(['Typing', 'Tag economic', 'Typing on']);
  });

  test('is taken back by the next key, not what came before it', async () => {
    typing('Typing');
    const { answer } = slow('Tag economic');
    const undone1 = undo();
    await Promise.resolve();
    typing('Typing on');
    const undone2 = undo();
    answer();
    await Promise.all([undone1, undone2]);
    expect(done()).toEqual(['Typing']);
    expect(undone()).toEqual(['Typing on']);
  });
});

test('the timeline itself forgets what is too long ago, and knows that it did', () => {
  for (let n = 0; n < 1000; n += 1) record({ label: `${n}`, documentId: null, undo: () => undefined, redo: () => undefined });
  expect(useTimeline.getState().forgot).toBe(false);
  record({ label: 'one more', documentId: null, undo: () => undefined, redo: () => undefined });
  expect(done().at(0)).toBe('1');
  expect(useTimeline.getState().forgot).toBe(true);
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ArmillaryError } from '../../../contract/index.ts';
import { Autosave, longestWait, pause, retries } from '../../../renderer/editor/session/autosave.ts';
import type { SaveState } from '../../../renderer/workspace/workspace.ts';

/** An autosave whose saves the test ends by hand. */
function watched() {
  const states: SaveState[] = [];
  const writes: { done: () => void; fail: (error: unknown) => void }[] = [];
  const write = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        writes.push({ done: resolve, fail: reject });
      }),
  );
  const autosave = new Autosave({ write, onState: (state) => states.push(state) });
  const end = async (outcome: 'done' | Error) => {
    const open = writes.shift();
    if (outcome === 'done') open?.done();
    else open?.fail(outcome);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { autosave, write, end, states, last: () => states.at(-1) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('autosave', () => {
  test('saves when the typing pauses', async () => {
    const { autosave, write, end, last } = watched();
    autosave.touch();
    await vi.advanceTimersByTimeAsync(pause - 1);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(write).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(write).toHaveBeenCalledOnce();
    expect(last()).toEqual({ kind: 'saving' });
    await end('done');
    expect(last()).toEqual({ kind: 'saved' });
    expect(autosave.unsaved).toBe(false);
  });

  test('saves while the typing goes on', async () => {
    const { autosave, write } = watched();
    for (let waited = 0; waited <= longestWait; waited += 300) {
      autosave.touch();
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(write).toHaveBeenCalledOnce();
  });

  test('has one save under way, and another for what changed meanwhile', async () => {
    const { autosave, write, end, last } = watched();
    autosave.touch();
    await vi.advanceTimersByTimeAsync(pause);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(longestWait * 2);
    expect(write).toHaveBeenCalledOnce();
    await end('done');
    await vi.advanceTimersByTimeAsync(pause);
    expect(write).toHaveBeenCalledTimes(2);
    await end('done');
    expect(last()).toEqual({ kind: 'saved' });
  });

  test('flushing saves at once, and again for what changed while it saved', async () => {
    const { autosave, write, end } = watched();
    autosave.touch();
    const flushed = vi.fn();
    const flush = autosave.flush().then(flushed);
    await vi.advanceTimersByTimeAsync(0);
    autosave.touch();
    await end('done');
    expect(flushed).not.toHaveBeenCalled();
    await end('done');
    await flush;
    expect(write).toHaveBeenCalledTimes(2);
  });

  test('all who flush wait for the last save, whoever began it', async () => {
    const { autosave, end } = watched();
    const flushed: string[] = [];
    const flush = (who: string) => {
      autosave.touch();
      void autosave.flush().then(() => flushed.push(who));
    };
    flush('first');
    await vi.advanceTimersByTimeAsync(0);
    flush('second');
    flush('third');
    await end('done');
    expect(flushed).toEqual([]);
    await end('done');
    expect(flushed).toEqual(['first', 'second', 'third']);
  });

  test('with nothing changed, flushing writes nothing', async () => {
    const { autosave, write } = watched();
    await autosave.flush();
    expect(write).not.toHaveBeenCalled();
  });

  test('says why it could not save, and tries again by itself, ever later', async () => {
    const { autosave, write, end, last } = watched();
    autosave.touch();
    await vi.advanceTimersByTimeAsync(pause);
    await end(new ArmillaryError('storage', 'The disk is full.'));
    expect(last()).toEqual({ kind: 'unsaved', reason: 'The disk is full.' });
    expect(autosave.unsaved).toBe(true);
    await vi.advanceTimersByTimeAsync(retries[0] ?? 0);
    await end(new ArmillaryError('busy', 'Another program is writing.'));
    expect(last()).toEqual({ kind: 'unsaved', reason: 'Another program is writing.' });
    await vi.advanceTimersByTimeAsync((retries[1] ?? 0) - 1);
    expect(write).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    await end('done');
    expect(last()).toEqual({ kind: 'saved' });
  });

  test('a flush that cannot save rejects with the reason', async () => {
    const { autosave, end } = watched();
    autosave.touch();
    const flush = autosave.flush();
    const failed = expect(flush).rejects.toThrow('The disk is full.');
    await end(new ArmillaryError('storage', 'The disk is full.'));
    await failed;
  });

  test('stops at a conflict until the analyst has decided', async () => {
    const { autosave, write, end, last } = watched();
    autosave.touch();
    await vi.advanceTimersByTimeAsync(pause);
    await end(new ArmillaryError('conflict', 'Changed elsewhere.'));
    autosave.touch();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(write).toHaveBeenCalledOnce();
    await expect(autosave.flush()).rejects.toThrow('Changed elsewhere.');
    autosave.resume();
    await vi.advanceTimersByTimeAsync(pause);
    expect(write).toHaveBeenCalledTimes(2);
    await end('done');
    expect(last()).toEqual({ kind: 'saved' });
  });

  test('what the analyst gave up is not saved', async () => {
    const { autosave, write, end, last } = watched();
    autosave.touch();
    await vi.advanceTimersByTimeAsync(pause);
    await end(new ArmillaryError('conflict', 'Changed elsewhere.'));
    autosave.forget();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(write).toHaveBeenCalledOnce();
    expect(last()).toEqual({ kind: 'saved' });
  });

  test('held, it waits, and saves afterwards', async () => {
    const { autosave, write } = watched();
    const release = await autosave.hold();
    autosave.touch();
    await vi.advanceTimersByTimeAsync(longestWait * 2);
    expect(write).not.toHaveBeenCalled();
    release();
    await vi.advanceTimersByTimeAsync(pause);
    expect(write).toHaveBeenCalledOnce();
  });

  test('held, it keeps those waiting who flush', async () => {
    const { autosave, write, end } = watched();
    const release = await autosave.hold();
    autosave.touch();
    const flushed = vi.fn();
    const flush = autosave.flush().then(flushed);
    await vi.advanceTimersByTimeAsync(longestWait * 2);
    expect(write).not.toHaveBeenCalled();
    release();
    await vi.advanceTimersByTimeAsync(0);
    expect(write).toHaveBeenCalledOnce();
    expect(flushed).not.toHaveBeenCalled();
    await end('done');
    await flush;
  });
});

import { describe, expect, test } from 'vitest';
import { holdLists, listsMayCome } from '../../../renderer/engine/opening.ts';

/** Whether the lists have come by the time that everything under way is done. */
async function haveCome(lists: Promise<void>): Promise<boolean> {
  let come = false;
  void lists.then(() => {
    come = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return come;
}

describe('lists', () => {
  test('come at once where no document is being opened', async () => {
    expect(await haveCome(listsMayCome())).toBe(true);
  });

  test('wait for the document that is being opened', async () => {
    const letCome = holdLists();
    const lists = listsMayCome();
    expect(await haveCome(lists)).toBe(false);
    letCome();
    expect(await haveCome(lists)).toBe(true);
  });

  test('wait for another one, too, that is opened before the first one is there', async () => {
    const letCome = holdLists();
    const lists = listsMayCome();
    const letComeAfterOther = holdLists();
    letCome();
    letCome();
    expect(await haveCome(lists)).toBe(false);
    letComeAfterOther();
    expect(await haveCome(lists)).toBe(true);
  });
});

import { expect, test } from 'vitest';
import { fuzz, seeds } from './fuzz.ts';

/** Of each format; `npm run bench -- fuzz` tries more. */
const mutations = 300;

test.each(seeds)('%s, changed at random, is read or refused with words', { timeout: 120_000 }, async (seed) => {
  expect((await fuzz(seed, mutations)).problems).toEqual([]);
});

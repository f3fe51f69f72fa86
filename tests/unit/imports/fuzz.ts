import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveText } from '../../../anchoring/index.ts';
import { EditorState } from '../../../contract/index.ts';
import { prepareFile } from '../../../main/engine/imports/prepare.ts';
import { createDice, mutate } from './mutate.ts';

const folder = join(import.meta.dirname, '../../fixtures/import');

/** The seed of every format. */
export const seeds = readdirSync(folder).filter((name) => name.startsWith('seed.'));

/** Reading any file of a seed's size takes less. Milliseconds. */
const longest = 10_000;

export interface Fuzzed {
  read: number;
  refused: number;
  /** What went wrong, with the bytes it went wrong with. */
  problems: string[];
}

/** Reads so many mutations of a seed: each gives whole documents, or a refusal in words. */
export async function fuzz(name: string, times: number, from = 0): Promise<Fuzzed> {
  const seed = readFileSync(join(folder, name));
  const fuzzed: Fuzzed = { read: 0, refused: 0, problems: [] };
  for (let time = from; time < from + times; time += 1) {
    const bytes = new Uint8Array(mutate(seed, createDice(time)));
    const began = performance.now();
    for await (const { outcome } of prepareFile({ name, bytes, isKnown: () => false, keep: () => undefined })) {
      if (outcome.kind === 'failed') {
        fuzzed.refused += 1;
        if (outcome.error.message === '') fuzzed.problems.push(`${name} ${time}: refused without a word`);
      } else if (outcome.kind === 'read') {
        fuzzed.read += 1;
        const { state, text } = outcome.document;
        const parsed = EditorState.safeParse(JSON.parse(state));
        if (!parsed.success) fuzzed.problems.push(`${name} ${time}: ${parsed.error.message}`);
        else if (deriveText(parsed.data).text !== text) fuzzed.problems.push(`${name} ${time}: the text is not the state's`);
      }
    }
    const took = performance.now() - began;
    if (took > longest) fuzzed.problems.push(`${name} ${time}: took ${Math.round(took)} ms`);
  }
  return fuzzed;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveText } from '../../../anchoring/index.ts';
import { EditorState } from '../../../contract/index.ts';
import { openZip } from '../../../main/engine/imports/containers/zip.ts';
import { createPack } from '../../../main/engine/imports/pack.ts';
import { prepareFile } from '../../../main/engine/imports/prepare.ts';
import { makeZip, type ZipPart } from './formats/make-zip.ts';
import { createDice, mutate } from './mutate.ts';
import { mutateXml } from './mutate-xml.ts';

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
  const parts = await partsOf(seed);
  const fuzzed: Fuzzed = { read: 0, refused: 0, problems: [] };
  for (let time = from; time < from + times; time += 1) {
    const dice = createDice(time);
    // Of a package every other time what is in it: changed from outside it is seldom more than a damaged archive.
    const bytes = parts.length > 0 && time % 2 === 1 ? mutatePart(parts, dice) : new Uint8Array(mutate(seed, dice));
    const began = performance.now();
    for await (const { outcome } of prepareFile({ name, bytes, isKnown: () => false, keep: () => undefined, pack: createPack })) {
      if (outcome.kind === 'failed') {
        fuzzed.refused += 1;
        if (outcome.error.message === '') fuzzed.problems.push(`${name} ${time}: refused without a word`);
      } else if (outcome.kind === 'read') {
        fuzzed.read += 1;
        const state = Buffer.from(outcome.document.state).toString();
        const text = Buffer.from(outcome.document.text).toString();
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

/** What is in a package of XML files; nothing of any other file. */
async function partsOf(seed: Buffer): Promise<ZipPart[]> {
  if (!seed.subarray(0, 2).equals(Buffer.from('PK'))) return [];
  const parts: ZipPart[] = [];
  for (const entry of await openZip(seed, { entries: 100, entryBytes: 1_000_000, totalBytes: 10_000_000 })) {
    if (!entry.isFolder) parts.push({ name: entry.name, content: await entry.read() });
  }
  return parts.some(({ content }) => isXml(content)) ? parts : [];
}

/** The package with one of its XML files changed. */
function mutatePart(parts: readonly ZipPart[], dice: (sides: number) => number): Uint8Array<ArrayBuffer> {
  const files = parts.filter(({ content }) => isXml(content));
  const chosen = files[dice(files.length)];
  return makeZip(
    parts.map((part) => (part === chosen ? { ...part, content: mutateXml(Buffer.from(part.content).toString(), dice) } : part)),
  );
}

function isXml(content: string | Uint8Array): boolean {
  return Buffer.from(content).subarray(0, 200).toString().trimStart().startsWith('<');
}

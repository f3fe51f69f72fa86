import { likeness, signatureSize } from './signature.ts';

/** Texts that share this much count as copies of one: a story of ten paragraphs of which two were cut or rewritten. */
const alike = 0.5;

/** Values of a signature that must all be the same in two texts for them to be compared: of 16 such bands one is enough. */
const band = 4;

/** Of texts that share a band, those that another is compared with. */
const mostCompared = 8;

/**
 * Texts that are copies of one another, directly or by way of a third; each group and the groups in the order given. Texts
 * are compared where a band of their signatures is the same, so that no two of fifty thousand need be that have nothing in common.
 * Pauses after each band, of which there are 16: of fifty thousand texts one takes 50 ms.
 */
export function* groupsOf(signatures: ReadonlyMap<string, Uint32Array>): Generator<void, string[][], void> {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let parent = parents.get(at); parent !== undefined; parent = parents.get(at)) at = parent;
    return at;
  };
  const join = (first: string, second: string) => {
    const [a, b] = [rootOf(first), rootOf(second)];
    if (a !== b) parents.set(b, a);
  };
  for (let from = 0; from < signatureSize; from += band) {
    const met = new Map<string, string[]>();
    for (const [id, signature] of signatures) {
      const key = signature.subarray(from, from + band).join();
      const others = met.get(key);
      if (others === undefined) {
        met.set(key, [id]);
        continue;
      }
      const copied = others.find((other) => isCopy(signature, signatures.get(other)));
      if (copied !== undefined) join(copied, id);
      if (others.length < mostCompared) others.push(id);
    }
    yield;
  }
  return [...Map.groupBy(signatures.keys(), rootOf).values()].filter((group) => group.length > 1);
}

function isCopy(signature: Uint32Array, other: Uint32Array | undefined): boolean {
  return other !== undefined && likeness(signature, other) >= alike;
}

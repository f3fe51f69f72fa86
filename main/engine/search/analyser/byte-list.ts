/** Bytes that are gathered one after another. */
export interface ByteList {
  bytes: Uint8Array;
  length: number;
}

const encoder = new TextEncoder();

/** `capacity` is what is likely to come. */
export function createByteList(capacity: number): ByteList {
  return { bytes: new Uint8Array(capacity), length: 0 };
}

/** Makes room for so many more bytes. */
export function reserve(list: ByteList, more: number): void {
  if (list.length + more <= list.bytes.length) return;
  const bytes = new Uint8Array(Math.max(2 * list.bytes.length, list.length + more));
  bytes.set(list.bytes.subarray(0, list.length));
  list.bytes = bytes;
}

/** Adds a text in UTF-8. */
export function addText(list: ByteList, text: string): void {
  // A code unit takes three bytes at most.
  reserve(list, 3 * text.length);
  list.length += encoder.encodeInto(text, list.bytes.subarray(list.length)).written;
}

/** Adds some bytes of another list. They are few: a loop is quicker than a call of `set`. */
export function addBytes(list: ByteList, from: ByteList, start: number, end: number): void {
  reserve(list, end - start);
  const { bytes } = list;
  let to = list.length;
  for (let at = start; at < end; at += 1, to += 1) bytes[to] = from.bytes[at] ?? 0;
  list.length = to;
}

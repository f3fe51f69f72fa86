/** What is added while there is room in it lies in one buffer. Bytes. */
const bufferSize = 1_000_000;

const encoder = new TextEncoder();

/**
 * Bytes laid behind each other in few buffers, which then go to another thread as they are: thousands of small ones would
 * each be allocated, copied and collected.
 */
export interface Pack {
  /** Room for so many bytes, all nought. */
  room(length: number): Uint8Array;
  add(bytes: Uint8Array): Uint8Array;
  /** Adds a text in UTF-8. */
  addText(text: string): Uint8Array;
  /** What it all lies in. */
  buffers(): ArrayBuffer[];
}

export function createPack(): Pack {
  const buffers: ArrayBuffer[] = [];
  let open = new ArrayBuffer(0);
  let end = 0;

  function room(length: number): Uint8Array {
    if (end + length > open.byteLength) {
      open = new ArrayBuffer(Math.max(bufferSize, length));
      buffers.push(open);
      end = 0;
    }
    const bytes = new Uint8Array(open, end, length);
    end += length;
    return bytes;
  }

  return {
    room,
    add(bytes) {
      const copy = room(bytes.byteLength);
      copy.set(bytes);
      return copy;
    },
    addText(text) {
      const bytes = room(Buffer.byteLength(text));
      encoder.encodeInto(text, bytes);
      return bytes;
    },
    buffers: () => buffers,
  };
}

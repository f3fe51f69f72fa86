/** The same sequence in every run, so that what fails fails again. */
export function createDice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** Bytes that mean something in one format or another, and numbers at the edge of their size. */
const telling = [
  ...[
    '<',
    '>',
    '&',
    '"',
    '\0',
    '\\',
    '{',
    '}',
    '%',
    '\n\n',
    '<!ENTITY a "b">',
    '&#x0;',
    ']]>',
    'PK\x03\x04',
    '%%EOF',
    'endobj',
    '\\bin999999999 ',
  ],
  ...['\xff\xff\xff\xff', '\x00\x00\x00\x00', '\x7f\xff\xff\xff', '\xff\xfe', '\x80'],
].map((text) => Buffer.from(text, 'latin1'));

/** A file with some bytes changed, taken out, doubled, moved or put in; now and then cut short. */
export function mutate(seed: Uint8Array, dice: (sides: number) => number): Buffer<ArrayBuffer> {
  let bytes = Buffer.from(seed);
  const times = 1 + dice(8);
  for (let time = 0; time < times && bytes.length > 0; time += 1) {
    const at = dice(bytes.length);
    const length = 1 + dice(Math.min(64, bytes.length - at));
    const piece = bytes.subarray(at, at + length);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + length)];
    const act = dice(8);
    if (act === 0) bytes = Buffer.concat([before, Buffer.from([dice(256)]), bytes.subarray(at + 1)]);
    else if (act === 1) bytes = Buffer.concat([before, Buffer.from([(bytes[at] ?? 0) ^ (1 << dice(8))]), bytes.subarray(at + 1)]);
    else if (act === 2) bytes = Buffer.concat([before, after]);
    else if (act === 3) bytes = Buffer.concat([before, piece, piece, after]);
    else if (act === 4) bytes = Buffer.concat([before, telling[dice(telling.length)] ?? piece, after]);
    else if (act === 5) bytes = Buffer.concat([before, telling[dice(telling.length)] ?? piece, bytes.subarray(at)]);
    else if (act === 6) bytes = Buffer.concat([after, piece, before]);
    else if (dice(4) === 0) bytes = Buffer.from(before);
    else bytes = Buffer.concat([before, Buffer.alloc(length, dice(256)), after]);
  }
  return bytes;
}

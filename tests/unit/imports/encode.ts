/** Bytes of a text in an encoding that Node can only decode, by looking up what every byte, and every pair of bytes, stands for. */
export function encodeAs(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const wide = /^utf-(16|32)(le|be)$/.exec(encoding);
  if (wide !== null) return encodeWide(text, wide[1] === '16' ? 2 : 4, wide[2] === 'le');
  const table = tableOf(encoding);
  return new Uint8Array(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${character} is not in ${encoding}`);
      return bytes;
    }),
  );
}

function encodeWide(text: string, size: 2 | 4, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const units = size === 2 ? text.split('').map((unit) => unit.charCodeAt(0)) : [...text].map((point) => point.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(units.length * size));
  units.forEach((unit, index) => {
    if (size === 2) view.setUint16(index * 2, unit, littleEndian);
    else view.setUint32(index * 4, unit, littleEndian);
  });
  return new Uint8Array(view.buffer);
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  const note = (bytes: number[]) => {
    const characters = [...decoder.decode(new Uint8Array(bytes))];
    const [character = '\ufffd'] = characters;
    if (characters.length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) note([byte]);
  const isDouble = /^(gb|big5|shift|euc)/.test(encoding);
  for (let lead = 0x81; isDouble && lead < 255; lead += 1) for (let trail = 0x40; trail < 255; trail += 1) note([lead, trail]);
  tables.set(encoding, table);
  return table;
}

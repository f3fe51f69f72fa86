import { oddUnit } from './analyser.ts';

/** What a UTF-16 code unit is to the analyser: nothing of a word, a plain letter or numeral, or what has rules of its own. */
export const unitClass = { parting: 0, plain: 1, odd: 2 } as const;

const units = 0x1_0000;

let classes: Uint8Array | null = null;

/** The class of each code unit, worked out at the first call. */
export function unitClasses(): Uint8Array {
  classes ??= classify();
  return classes;
}

function classify(): Uint8Array {
  const found = new Uint8Array(units).fill(unitClass.parting);
  const all = Array.from({ length: units }, (_, unit) => String.fromCharCode(unit))
    .join('')
    // A surrogate beside another would be taken for a character.
    .replace(/[\ud800-\udfff]/g, ' ');
  for (const { index } of all.matchAll(/[\p{L}\p{Nd}\p{Nl}]/gu)) found[index] = unitClass.plain;
  for (const { index } of all.matchAll(oddUnit)) found[index] = unitClass.odd;
  return found.fill(unitClass.odd, 0xd800, 0xe000);
}

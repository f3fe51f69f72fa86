/**
 * The Greek and mathematical letters of Adobe's font Symbol by their codes from 0x41 on, and what of Wingdings stands
 * for something in a text. Source: Unicode's mapping ADOBE/SYMBOL.TXT.
 */
const greek = new Map([
  ...[...'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'].map((letter, index): [number, string] => [0x41 + index, letter]),
  ...[...'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'].map((letter, index): [number, string] => [0x61 + index, letter]),
  ...Object.entries({ a3: '≤', a5: '∞', ab: '↔', ac: '←', ad: '↑', ae: '→', af: '↓', b0: '°', b1: '±', b3: '≥', b4: '×' }).map(fromHex),
  ...Object.entries({ b6: '∂', b7: '•', b8: '÷', b9: '≠', ba: '≡', bb: '≈', bc: '…', d6: '√', de: '⇒', e5: '∑', f2: '∫' }).map(fromHex),
]);

const wingdings = new Map(
  Object.entries({ '6c': '●', '6e': '■', '71': '❑', a7: '▪', a8: '☐', d8: '➢', e0: '→', fb: '✗', fc: '✓', fd: '☒', fe: '☑' }).map(fromHex),
);

/** What a code of a symbol font shows; nothing where it is ornament. Such fonts are mapped from U+F000 on. */
export function fromSymbolFont(font: string, code: number): string {
  if (Number.isNaN(code)) return '';
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol$/i.test(font)) return greek.get(place) ?? (place < 0x41 ? String.fromCharCode(place) : '');
  if (/wingdings|webdings|marlett/i.test(font)) return wingdings.get(place) ?? '';
  return code >= 0xe000 && code <= 0xf8ff ? '' : String.fromCharCode(code);
}

function fromHex([code, letter]: [string, string]): [number, string] {
  return [Number.parseInt(code, 16), letter];
}

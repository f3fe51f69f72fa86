/** UTF-16 code units that are looked at; longer ones are no link. */
export const longestCode = 10_000;

/** Where the code of a HYPERLINK field leads: an address, `#name` within the document; null where it is another field. */
export function linkIn(code: string): string | null {
  const [, quoted, bare, place] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*)|\\l\s+"([^"]*)")/i.exec(code) ?? [];
  return quoted ?? bare ?? (place === undefined ? null : `#${place}`);
}

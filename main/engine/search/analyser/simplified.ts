import pairs from 'opencc-js/dict/TSCharacters';

/** Characters one by one, by OpenCC's table: enough to find a text in either script, which is all that is asked of them here. */
const simplifiedOf: ReadonlyMap<string, string> = new Map(
  pairs.split('|').map((pair): [string, string] => {
    const [traditional = '', simplified = traditional] = pair.split(' ');
    return [traditional, simplified];
  }),
);

/** A traditional Chinese character as its simplified one; any other as it is. */
export function simplified(character: string): string {
  return simplifiedOf.get(character) ?? character;
}

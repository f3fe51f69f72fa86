/**
 * The stem of a folded Bulgarian word, after Jacques Savoy's light stemmer as Lucene has it: article, plural and the last
 * vowel go. Ours, because the one of @orama/stemmers writes into the string it was given, which fails.
 */
export function stemBulgarian(word: string): string {
  if (word.length < 4) return word;
  if (word.length > 5 && word.endsWith('ища')) return word.slice(0, -3);
  let stem = withoutPlural(withoutArticle(word));
  if (stem.length > 3) {
    if (stem.endsWith('я')) stem = stem.slice(0, -1);
    if (/[аое]$/.test(stem)) stem = stem.slice(0, -1);
  }
  if (stem.length > 4) stem = stem.replace(/ен$/, 'н');
  return stem.length > 5 ? stem.replace(/ъ(.)$/, '$1') : stem;
}

function withoutArticle(word: string): string {
  if (word.length > 6 && word.endsWith('ият')) return word.slice(0, -3);
  if (word.length > 5 && /(?:ът|то|те|та|ия)$/.test(word)) return word.slice(0, -2);
  return word.length > 4 && word.endsWith('ят') ? word.slice(0, -2) : word;
}

/** From the longest ending to the shortest; some change the consonant before them. */
function withoutPlural(word: string): string {
  if (word.length > 6) {
    if (/ов(?:ци|е)$/.test(word)) return word.slice(0, -3);
    if (word.endsWith('еве')) return `${word.slice(0, -3)}й`;
  }
  if (word.length > 5) {
    if (word.endsWith('ища')) return word.slice(0, -3);
    if (word.endsWith('та')) return word.slice(0, -2);
    if (word.endsWith('ци')) return `${word.slice(0, -2)}к`;
    if (word.endsWith('зи')) return `${word.slice(0, -2)}г`;
    if (/е.и$/.test(word)) return `${word.slice(0, -3)}я${word.at(-2)}`;
  }
  if (word.length > 4) {
    if (word.endsWith('си')) return `${word.slice(0, -2)}х`;
    if (word.endsWith('и')) return word.slice(0, -1);
  }
  return word;
}

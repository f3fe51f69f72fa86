/** A language whose sentences are made of words of a few lists: no prose, but its letters, endings and accents. */
export interface Spoken {
  code: string;
  /** What stands between two words. */
  space: ' ' | '';
  /** Behind a sentence. */
  stop: string;
  /** Words that stand between the others. */
  small: readonly [string, ...string[]];
  /** Each with its forms: what is asked for in one is written in another. */
  words: readonly [readonly [string, ...string[]], ...(readonly [string, ...string[]])[]];
}

/** A language with blanks between its words. Words that stand in a list are apart by blanks here. */
export function spaced(code: string, small: string, ...words: [string, ...string[]]): Spoken {
  return { code, space: ' ', stop: '. ', small: listOf(small), words: listsOf(words) };
}

/** A language without. */
export function unspaced(code: string, stop: string, small: string, ...words: [string, ...string[]]): Spoken {
  return { code, space: '', stop, small: listOf(small), words: listsOf(words) };
}

function listOf(words: string): [string, ...string[]] {
  const [first = '', ...more] = words.split(' ');
  return [first, ...more];
}

function listsOf([first, ...more]: [string, ...string[]]): [[string, ...string[]], ...[string, ...string[]][]] {
  return [listOf(first), ...more.map(listOf)];
}

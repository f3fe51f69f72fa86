/** What the texts are made of, in one language. Words are apart by spaces here, in Chinese too. */
export interface Language {
  name: string;
  /** Stands between two words of the text. */
  space: string;
  /** Sentences with `{slots}`. */
  templates: readonly [string, ...string[]];
  /** Halves of sentences, any one of the first with any of the second. */
  subjects: readonly [string, ...string[]];
  predicates: readonly [string, ...string[]];
  /** Clauses that begin and end some of the sentences. */
  openings: readonly [string, ...string[]];
  endings: readonly [string, ...string[]];
  slots: Record<string, readonly [string, ...string[]]>;
  /** Paragraphs written by hand, each used at most once a text. */
  written: readonly string[];
  /** Paragraphs that texts repeat. */
  boilerplate: readonly [string, ...string[]];
}

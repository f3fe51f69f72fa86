/** What a query may say, each with an example to try. */
export interface HelpTopic {
  title: string;
  rows: readonly { example: string; meaning: string }[];
}

/** The query language for the help beside the box; examples name the notebook's own spheres. */
export function helpTopics(one: string, other: string): HelpTopic[] {
  return [
    {
      title: 'Words',
      rows: [
        { example: 'gas prices', meaning: 'both words, in any of their forms' },
        { example: '"gas prices"', meaning: 'this phrase, letter for letter' },
        { example: 'gas OR oil', meaning: 'either of them' },
        { example: 'gas -oil', meaning: 'the first without the second' },
        { example: '(gas OR oil) price', meaning: 'brackets keep together' },
        { example: 'sanction*', meaning: 'words that begin so' },
        { example: 'NEAR(gas price, 10)', meaning: 'at most ten words apart' },
      ],
    },
    {
      title: 'Tagging and notes',
      rows: [
        { example: `sphere:${one}`, meaning: 'in a sphere or one below it' },
        { example: 'untagged', meaning: 'in no sphere yet' },
        { example: 'note:ask', meaning: 'a word of a note on it' },
        { example: 'has:note', meaning: 'has a note; also has:passage, has:event' },
        { example: 'analyst:me', meaning: 'tagged or written by' },
        { example: 'event:2024-05', meaning: 'when it happened' },
      ],
    },
    {
      title: 'Where it came from',
      rows: [
        { example: 'title:corridor', meaning: 'a word of the title' },
        { example: 'author:ivanov', meaning: 'also publisher:' },
        { example: 'published:2024..2025-06', meaning: 'a date or a range; added: when it came in' },
        { example: 'lang:ru', meaning: 'the language, by its code' },
        { example: 'grade:A..C', meaning: 'reliability of the source, or B2' },
        { example: 'credibility:1..2', meaning: 'of the passage' },
        { example: 'in:"Black Sea"', meaning: 'a collection or one below it' },
      ],
    },
    {
      title: 'Spheres that meet',
      rows: [
        { example: `sphere:${one} OVERLAPS sphere:${other}`, meaning: 'words tagged with both' },
        { example: `sphere:${one} NEAR sphere:${other}`, meaning: 'in one paragraph' },
        { example: `sphere:${one} INSIDE sphere:${other}`, meaning: 'one within the other' },
      ],
    },
  ];
}

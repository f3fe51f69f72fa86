import type { Source } from '../../../contract/index.ts';

/** An article of the sample notebook, with what an analyst has made of it. */
export interface SampleArticle {
  /** The name its original is kept under. */
  fileName: string;
  /** With front matter, and imported like any other file. */
  markdown: string;
  reliability: Source['reliability'];
  /** On the document. */
  note: string;
  passages: SamplePassage[];
}

export interface SamplePassage {
  /** Stands in the article exactly once. */
  quote: string;
  spheres: SampleSphere[];
  note?: string;
}

/** Names of spheres; `energy` is made below `economic`. */
export type SampleSphere = 'economic' | 'geopolitical' | 'cultural' | 'energy';

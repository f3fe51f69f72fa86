import type { Source } from '../../../contract/index.ts';

/** What a file says of itself: its title, language and where it came from. Empty where it says nothing. */
export interface Claims extends Pick<Source, 'author' | 'publisher' | 'url' | 'published'> {
  title: string;
  /** As declared, `en-GB` say. */
  language: string;
}

export const noClaims: Claims = { title: '', author: '', publisher: '', url: '', published: null, language: '' };

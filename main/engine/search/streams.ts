import { analyse } from './analyser.ts';

/** A text as the two columns the index keeps of it: form by form, at the same positions. */
export interface Streams {
  exact: string;
  stems: string;
}

export function streamsOf(text: string, language: string): Streams {
  const exact: string[] = [];
  const stems: string[] = [];
  for (const token of analyse(text, language)) {
    exact.push(token.exact);
    stems.push(token.stem);
  }
  return { exact: exact.join(' '), stems: stems.join(' ') };
}

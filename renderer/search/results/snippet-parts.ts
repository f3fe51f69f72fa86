import type { Snippet } from '../../../contract/index.ts';

export interface SnippetPart {
  text: string;
  hit: boolean;
}

/** A snippet as stretches of text that are hits or not; overlapping and touching hits are one. */
export function snippetParts({ text, hits }: Snippet): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const add = (piece: string, hit: boolean) => {
    const last = parts.at(-1);
    if (piece === '') return;
    if (last?.hit === hit) last.text += piece;
    else parts.push({ text: piece, hit });
  };
  let at = 0;
  for (const { start, end } of hits.toSorted((a, b) => a.start - b.start)) {
    add(text.slice(at, start), false);
    add(text.slice(Math.max(at, start), end), true);
    at = Math.max(at, end);
  }
  add(text.slice(at), false);
  return parts;
}

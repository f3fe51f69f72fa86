import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { cslEntry } from './csl.ts';
import { cyrillicCommands } from './cyrillic.ts';
import type { Entry } from './reference.ts';

Object.assign(plugins.config.get('@bibtex').constants.commands, cyrillicCommands);

interface Chunk {
  /** Lower case, without the `@`. */
  type: string;
  key: string;
  text: string;
}

/** Reads a BibTeX or BibLaTeX file entry by entry, so that one that is broken takes none of the others with it. */
export function* readBibtex(text: string): Generator<Entry> {
  const chunks = chunksOf(text);
  const strings = chunks.filter(({ type }) => type === 'string').map((chunk) => chunk.text);
  const entries = chunks.filter(({ type }) => !['string', 'preamble', 'comment'].includes(type));
  const byKey = new Map(entries.map((chunk) => [chunk.key.toLowerCase(), chunk]));
  for (const chunk of entries) {
    const parent = byKey.get(/\bcrossref\s*=\s*[{"]?\s*([^\s,}"]+)/i.exec(chunk.text)?.[1]?.toLowerCase() ?? '');
    const parts = [...strings, chunk.text, ...(parent === undefined || parent === chunk ? [] : [parent.text])];
    yield readChunk(chunk.key, parts.join('\n'));
  }
}

/** The file cut where entries begin: an `@` with a type and a brace, first on its line. */
function chunksOf(text: string): Chunk[] {
  const starts = Array.from(text.matchAll(/^[ \t]*@\s*([a-z]+)\s*[{(]\s*([^\s,{}=()]*)/gim));
  return starts.map((start, index) => ({
    type: (start[1] ?? '').toLowerCase(),
    key: start[2] ?? '',
    text: text.slice(start.index, starts[index + 1]?.index ?? text.length),
  }));
}

const chainOptions = { forceType: '@biblatex/text', generateGraph: false, maxChainLength: 10, strict: true, target: '@csl/list+object' };

function readChunk(key: string, text: string): Entry {
  let items: readonly unknown[];
  try {
    // The type is named, so that no part of what is read is ever taken for an address to fetch.
    items = plugins.input.chain(text, chainOptions);
  } catch (error) {
    // The parser throws errors of several kinds for what is no BibTeX.
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    return { key, problem: `It could not be read as BibTeX: ${reason.replace(/ \(.*$/, '') || 'its form is broken'}.` };
  }
  const [item] = items;
  return item === undefined ? { key, problem: 'It could not be read as BibTeX: it is no entry.' } : cslEntry(item);
}

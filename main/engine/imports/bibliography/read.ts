import type { Tell } from '../../jobs/tell.ts';
import { readCsl } from './csl.ts';
import { type BibliographyKind, openBibliography } from './kind.ts';
import type { Entry } from './reference.ts';
import { readRis } from './ris.ts';

/** A list of references as a caller hands it in. */
export interface ReferencesFile {
  name: string;
  bytes: Uint8Array;
}

/** Entries read between two words of how far it is. */
const entriesAtATime = 50;

/** The entries of a RIS, BibTeX or CSL-JSON file. Throws where it is none. BibTeX's parser is loaded when it is first needed. */
export async function readReferences({ name, bytes }: ReferencesFile, tell: Tell): Promise<{ kind: BibliographyKind; entries: Entry[] }> {
  const { kind, text } = openBibliography(name, bytes);
  const reader = kind === 'ris' ? readRis : kind === 'csl-json' ? readCsl : (await import('./bibtex.ts')).readBibtex;
  const entries: Entry[] = [];
  for (const entry of reader(text)) {
    entries.push(entry);
    if (entries.length % entriesAtATime === 0) tell({ done: entries.length, total: null, label: '' });
  }
  return { kind, entries };
}

import { readFile } from 'node:fs/promises';
import type { BibliographyFormat, BibliographyItem } from '../../../contract/index.ts';
import { count, lines, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { unreadable } from '../unreadable.ts';
import { scopeOf, write } from './export.ts';

/** Takes in the references of a RIS, BibTeX or CSL-JSON file, or says what it would do. */
export async function importReferences(
  { engine, signal }: Session,
  path: string,
  { preview = false }: { preview?: boolean },
): Promise<Outcome> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const { items } = await engine.call('imports.bibliography', { file: { name: path, bytes }, preview }, { signal });
  const of = (outcome: BibliographyItem['outcome']) => items.filter((item) => item.outcome === outcome).length;
  const counts = { made: of('made'), filled: of('filled'), unchanged: of('unchanged'), failed: of('failed') };
  const text = lines([
    ...items.map(lineOf),
    `${preview ? 'Nothing was changed. This would be: ' : ''}${count(counts.made, 'document')} made, ${counts.filled} filled in, ${counts.unchanged} unchanged, ${counts.failed} failed`,
  ]);
  return { json: { preview, ...counts, items }, text, done: counts.failed === 0 };
}

function lineOf({ outcome, key, title, fields, message, documentId }: BibliographyItem): string {
  const about = [documentId ?? '', title || key, fields.join(', '), message].filter((part) => part !== '');
  return [outcome.padEnd(9), ...about].join('  ');
}

export interface ReferencesOptions {
  format: BibliographyFormat;
  document?: string;
  sphere: string[];
  out: string;
}

/** Writes references to the documents of a scope. */
export async function exportReferences(
  { engine, signal }: Session,
  { format, document, sphere, out }: ReferencesOptions,
): Promise<Outcome> {
  const made = await engine.call('exports.make', { format, scope: await scopeOf(engine, document, sphere) }, { signal });
  const path = await write(out, made.fileName, made.content);
  return {
    json: { path, format, documents: made.documents },
    text: lines([`Wrote ${count(made.documents, 'reference')} to ${path}`]),
    done: true,
  };
}

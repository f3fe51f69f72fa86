import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArmillaryError, type EngineClient, type ExportFormat, type ExportScope } from '../../../contract/index.ts';
import { documentIdOf, sphereIdsNamed } from '../names.ts';
import { count, lines, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';

export const formats = { md: 'markdown', html: 'html', csv: 'csv', json: 'json' } as const satisfies Record<string, ExportFormat>;

export interface ExportOptions {
  format: keyof typeof formats;
  document?: string;
  sphere: string[];
  out: string;
}

export async function exportTo({ engine, signal }: Session, { format, document, sphere, out }: ExportOptions): Promise<Outcome> {
  const { fileName, content, entries, documents } = await engine.call(
    'exports.make',
    { format: formats[format], scope: await scopeOf(engine, document, sphere) },
    { signal },
  );
  const path = await write(out, fileName, content);
  return {
    json: { path, format, entries, documents },
    text: lines([`Wrote ${count(entries, 'passage')} of ${count(documents, 'document')} to ${path}`]),
    done: true,
  };
}

/** What an export takes: a document, spheres by name, or where neither is named the notebook. */
export async function scopeOf(engine: EngineClient, document: string | undefined, spheres: readonly string[]): Promise<ExportScope> {
  if (document !== undefined) return { kind: 'document', documentId: documentIdOf(document) };
  const sphereIds = await sphereIdsNamed(engine, spheres);
  return sphereIds.length > 0 ? { kind: 'spheres', sphereIds } : { kind: 'notebook' };
}

/** Writes the whole file or nothing; a file that was there stays until the new one is complete. */
export async function write(out: string, fileName: string, content: string): Promise<string> {
  const there = await stat(out).catch(() => null);
  const path = there?.isDirectory() ? join(out, fileName) : out;
  try {
    if (there !== null && !there.isDirectory() && !there.isFile()) {
      // A pipe or a terminal cannot be put in place of another file.
      await writeFile(path, content);
      return path;
    }
    const unfinished = `${path}.unfinished`;
    try {
      await writeFile(unfinished, content);
      await rename(unfinished, path);
    } finally {
      await rm(unfinished, { force: true });
    }
    return path;
  } catch (error) {
    throw new ArmillaryError('storage', `The export could not be written to ${path}. The notebook is as it was.`, String(error));
  }
}

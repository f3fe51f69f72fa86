import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, onTestFinished } from 'vitest';
import { connect, type EditorState, type EngineClient, type Passage, type Sphere } from '../../../contract/index.ts';
import { openEngine } from '../../../main/engine/engine.ts';
import { paragraph, stateOf } from '../anchoring/states.ts';

/** A new notebook in a folder of its own, gone when the test ends. */
export function newNotebook(): { file: string; client: EngineClient; another: EngineClient } {
  const folder = mkdtempSync(join(tmpdir(), 'armillary-test-'));
  const file = join(folder, 'Grain.armillary');
  const engine = openEngine({ file, mode: 'create', analyst: 'Ada' });
  onTestFinished(() => {
    engine.close();
    rmSync(folder, { recursive: true });
  });
  return { file, client: connect(engine.wire(), 'one'), another: connect(engine.wire(), 'two') };
}

/** A new notebook for all tests of a file, gone when they have ended. To be called in `beforeAll`. */
export function openNotebookFor(): EngineClient {
  const folder = mkdtempSync(join(tmpdir(), 'armillary-test-'));
  const engine = openEngine({ file: join(folder, 'Grain.armillary'), mode: 'create', analyst: 'Ada' });
  afterAll(() => {
    engine.close();
    rmSync(folder, { recursive: true });
  });
  return connect(engine.wire(), 'one');
}

/** Adds a document with a paragraph for each line. */
export async function addDocument(client: EngineClient, lines: string[], title = 'Grain prices'): Promise<string> {
  return await addState(client, stateOf(...lines.map((line) => paragraph(...(line === '' ? [] : [line])))), title);
}

export async function addState(client: EngineClient, state: EditorState, title = 'Grain prices'): Promise<string> {
  const { document } = await client.call('documents.create', { title, state });
  return document.id;
}

/** Tags the first place where `words` stand in a document. */
export async function tag(client: EngineClient, documentId: string, words: string, sphereIds: string[] = [], note = ''): Promise<Passage> {
  const { text, revision } = await client.call('documents.text', { documentId });
  const start = text.indexOf(words);
  const { passage } = await client.call('passages.tag', {
    documentId,
    baseRevision: revision,
    start,
    end: start + words.length,
    sphereIds,
    note,
  });
  return passage;
}

export async function sphereNamed(client: EngineClient, name: string): Promise<Sphere> {
  const sphere = (await client.call('spheres.list', {})).find((each) => each.name === name);
  if (sphere === undefined) throw new Error(`no sphere ${name}`);
  return sphere;
}

const tables = ['documents', 'bodies', 'sources', 'originals', 'spheres', 'passages', 'taggings', 'notes'] as const;

export type Dump = Record<(typeof tables)[number], unknown[]>;

/** Every row of what an analyst made, as another program reads it from the file. */
export function dump(file: string): Dump {
  const db = new Sqlite(file, { readonly: true });
  try {
    const rowsOf = (table: string) => db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();
    return {
      documents: rowsOf('documents'),
      bodies: rowsOf('bodies'),
      sources: rowsOf('sources'),
      originals: rowsOf('originals'),
      spheres: rowsOf('spheres'),
      passages: rowsOf('passages'),
      taggings: rowsOf('taggings'),
      notes: rowsOf('notes'),
    };
  } finally {
    db.close();
  }
}

/** Changes the file behind the engine's back. */
export function tamper(file: string, sql: string): void {
  const db = new Sqlite(file);
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}

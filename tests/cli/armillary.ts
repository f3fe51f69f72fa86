import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const program = fileURLToPath(new URL('../../main/cli/main.ts', import.meta.url));

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the program as a terminal would. */
export function start(args: readonly string[]) {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ARMILLARY_HOME: tmpdir(), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, code };
}

/** Runs the program to its end. */
export async function armillary(...args: string[]): Promise<Ran> {
  const { child, code } = start(args);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}

/** A folder of a test's own, with these files in it. */
export function folderWith(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'armillary-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const id = z.uuid();

/** The shapes that the terminal promises; nothing more stands in them. */
export const shapes = {
  new: z.strictObject({ notebook: z.strictObject({ id, name: z.string(), file: z.string() }) }),
  import: z.strictObject({
    imported: z.array(z.strictObject({ path: z.string(), documentId: id, title: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
    skipped: z.array(z.strictObject({ path: z.string(), reason: z.string(), documentId: id })),
    failed: z.array(z.strictObject({ path: z.string(), error: z.object({ kind: z.string(), message: z.string() }) })),
  }),
  documents: z.strictObject({
    documents: z.array(
      z.strictObject({ id, title: z.string(), language: z.string(), words: z.int(), passages: z.int(), grade: z.string() }),
    ),
  }),
  similar: z.strictObject({
    groups: z.array(
      z.strictObject({
        least: z.number(),
        most: z.number(),
        documents: z.array(z.strictObject({ id, title: z.string(), publisher: z.string(), published: z.string().nullable() })),
      }),
    ),
  }),
  text: z.strictObject({ documentId: id, text: z.string() }),
  spheres: z.strictObject({
    spheres: z.array(z.strictObject({ id, name: z.string(), parentId: id.nullable(), color: z.string(), passages: z.int() })),
  }),
  get tag() {
    return z.strictObject({ passage: this.passage });
  },
  passage: z.strictObject({
    id,
    documentId: id,
    quote: z.string(),
    start: z.int(),
    end: z.int(),
    spheres: z.array(z.string()),
    note: z.string(),
    state: z.enum(['anchored', 'detached']),
    grade: z.string(),
    event: z.string().nullable(),
    locator: z.string(),
  }),
  get passages() {
    return z.strictObject({ passages: z.array(this.passage) });
  },
  update: z.strictObject({
    documentId: id,
    applied: z.strictObject({ revision: z.int(), versionId: id, detached: z.int() }).nullable(),
    counts: z.strictObject({ kept: z.int(), moved: z.int(), changed: z.int(), lost: z.int() }),
    passages: z.array(
      z.strictObject({
        id,
        outcome: z.enum(['kept', 'moved', 'changed', 'lost']),
        score: z.number().min(0).max(1),
        margin: z.number(),
        before: z.strictObject({ start: z.int().nullable(), end: z.int().nullable(), quote: z.string() }),
        after: z.strictObject({ start: z.int(), end: z.int(), quote: z.string() }).nullable(),
        candidates: z.array(
          z.strictObject({
            start: z.int(),
            end: z.int(),
            quote: z.string(),
            prefix: z.string(),
            suffix: z.string(),
            score: z.number().min(0).max(1),
          }),
        ),
        accepted: z.boolean(),
      }),
    ),
  }),
  versions: z.strictObject({
    documentId: id,
    versions: z.array(
      z.strictObject({
        id,
        kind: z.enum(['automatic', 'named', 'before-update', 'before-restore']),
        name: z.string(),
        madeAt: z.iso.datetime(),
        analyst: z.string(),
        words: z.int(),
        passages: z.int(),
        original: z.strictObject({ name: z.string(), sha256: z.string() }).nullable(),
      }),
    ),
  }),
  search: z.strictObject({
    total: z.int(),
    hits: z.array(
      z.strictObject({
        kind: z.enum(['document', 'passage', 'note']),
        documentId: id.nullable(),
        passageId: id.nullable(),
        title: z.string(),
        snippet: z.string(),
        score: z.number(),
      }),
    ),
    problems: z.array(z.strictObject({ start: z.int(), end: z.int(), message: z.string() })),
    didYouMean: z.string().nullable(),
  }),
  concordance: z.strictObject({
    lines: z.array(
      z.strictObject({
        documentId: id,
        revision: z.int(),
        title: z.string(),
        language: z.string(),
        start: z.int(),
        end: z.int(),
        before: z.string(),
        hit: z.string(),
        after: z.string(),
      }),
    ),
    documents: z.int(),
    complete: z.boolean(),
  }),
  aliases: z.strictObject({ groups: z.array(z.strictObject({ id, names: z.array(z.string()) })) }),
  export: z.strictObject({ path: z.string(), format: z.string(), entries: z.int(), documents: z.int() }),
  bibliography: z.strictObject({
    preview: z.boolean(),
    made: z.int(),
    filled: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    items: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        outcome: z.enum(['made', 'filled', 'unchanged', 'failed']),
        documentId: id.nullable(),
        fields: z.array(z.string()),
        message: z.string(),
      }),
    ),
  }),
  references: z.strictObject({ path: z.string(), format: z.string(), documents: z.int() }),
  verify: z.strictObject({ documentId: id, intact: z.boolean(), sha256: z.string(), size: z.int() }),
  check: z.strictObject({ ok: z.boolean(), checked: z.record(z.string(), z.int()), problems: z.array(z.object({ message: z.string() })) }),
  error: z.strictObject({ error: z.strictObject({ kind: z.string(), message: z.string() }) }),
  serve: z.strictObject({ url: z.url() }),
};

/** The one JSON document that a command with `--json` gives, in the shape promised. */
export function parse<T>(shape: z.ZodType<T>, { stdout }: Ran): T {
  return shape.parse(JSON.parse(stdout));
}

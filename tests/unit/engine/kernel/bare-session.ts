import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { Changed } from '../../../../contract/index.ts';
import type { Context } from '../../../../main/engine/kernel/context.ts';
import { openDatabase } from '../../../../main/engine/kernel/database.ts';
import { findMigrations, migrate, readMigrations } from '../../../../main/engine/kernel/migrate.ts';
import { startSession } from '../../../../main/engine/kernel/session.ts';
import { trackSteps } from '../../../../main/engine/kernel/steps.ts';

export const now = () => '2026-11-24T00:00:00.000Z';

/** The transactions of a new notebook without the engine around them, gone when the test ends. `told` is what clients hear. */
export function newSession(): { file: string; db: Database; context: Context; told: Changed[] } {
  const folder = mkdtempSync(join(tmpdir(), 'armillary-session-'));
  const file = join(folder, 'Grain.armillary');
  const db = openDatabase(file, 'create');
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  migrate(db, file, readMigrations(findMigrations()), now);
  const told: Changed[] = [];
  const contextOf = startSession({
    db,
    file,
    steps: trackSteps(db),
    analystId: () => '',
    now,
    newId: () => '',
    drain: () => undefined,
    granted: () => undefined,
    tell: (changed) => told.push(changed),
  });
  const context = contextOf({ client: 'test', signal: new AbortController().signal, progress: () => undefined });
  return { file, db, context, told };
}

import type { Database } from 'better-sqlite3';
import { type AliasGroup, ArmillaryError, type Parsed, type Result } from '../../../contract/index.ts';
import type { Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';

const all = statement<[], { id: string; name: string }>(
  'SELECT g.id, a.name FROM alias_groups g JOIN aliases a ON a.group_id = g.id ORDER BY g.n, a.n',
);
const insertGroup = statement<[string, string]>('INSERT INTO alias_groups (id, created_at) VALUES (?, ?)');
const insertName = statement<[string, string]>('INSERT INTO aliases (group_id, name) VALUES (?, ?)');
const removeName = statement<[string, string]>('DELETE FROM aliases WHERE group_id = ? AND name = ?');
const removeGroup = statement<[string]>('DELETE FROM alias_groups WHERE id = ?');

/** Names that stand for the same person, place or thing, in the order they were made. */
export function aliasGroups(db: Database): AliasGroup[] {
  const byGroup = Map.groupBy(all(db).all(), ({ id }) => id);
  return Array.from(byGroup, ([id, rows]) => ({ id, names: rows.map(({ name }) => name) }));
}

/** A name as it is compared: the same in any case and composition. */
export function plainAlias(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Makes a group, or sets the names of one; without names it ends. */
export function putGroup(context: Context, { groupId, names }: Parsed<'aliases.put'>): Result<'aliases.put'> {
  const { db } = context;
  const { value: group, step } = context.step(labelOf(groupId, names), (change) => {
    const groups = aliasGroups(db);
    const there = groups.find(({ id }) => id === groupId);
    if (groupId !== undefined && there === undefined)
      throw new ArmillaryError('not-found', 'These names are no longer in the notebook: they were taken out elsewhere.');
    const wanted = distinct(names);
    requireFree(
      groups.filter(({ id }) => id !== groupId),
      wanted,
    );
    change.changed('aliases');
    if (wanted.length === 0) {
      if (there !== undefined) removeGroup(db).run(there.id);
      return null;
    }
    const id = there?.id ?? context.newId();
    if (there === undefined) insertGroup(db).run(id, context.now());
    setNames(db, id, there?.names ?? [], wanted);
    return { id, names: wanted };
  });
  return { group, step };
}

/** Adds names to a group, or makes one of them; they must be free. */
export function addNames(context: Context, there: AliasGroup | undefined, names: readonly string[]): void {
  const id = there?.id ?? context.newId();
  if (there === undefined) insertGroup(context.db).run(id, context.now());
  const known = new Set(there?.names.map(plainAlias));
  for (const name of distinct(names)) if (!known.has(plainAlias(name))) insertName(context.db).run(id, name);
}

function setNames(db: Database, id: string, before: readonly string[], after: readonly string[]): void {
  for (const name of before) if (!after.includes(name)) removeName(db).run(id, name);
  for (const name of after) if (!before.includes(name)) insertName(db).run(id, name);
}

function distinct(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [plainAlias(name), name.replace(/\s+/gu, ' ').trim()])).values()];
}

function requireFree(others: readonly AliasGroup[], names: readonly string[]): void {
  const wanted = new Set(names.map(plainAlias));
  const taken = others.flatMap((group) => group.names).find((name) => wanted.has(plainAlias(name)));
  if (taken === undefined) return;
  throw new ArmillaryError(
    'conflict',
    `“${taken}” is one of another group of names already. Nothing was changed: take it out there first.`,
  );
}

function labelOf(groupId: string | undefined, names: readonly string[]): string {
  if (groupId === undefined) return 'New aliases';
  return names.length === 0 ? 'Remove aliases' : 'Change aliases';
}

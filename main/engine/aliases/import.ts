import { ArmillaryError, type Parsed, type Result } from '../../../contract/index.ts';
import type { Context } from '../kernel/context.ts';
import { addNames, aliasGroups, plainAlias } from './groups.ts';

/** Takes in a table with a group a row and a name a cell; names that are there already have the row join their group. */
export async function importAliases(context: Context, { bytes }: Parsed<'aliases.import'>): Promise<Result<'aliases.import'>> {
  const { readDelimited } = await import('../imports/formats/delimited.ts');
  const filled = readDelimited(bytes, 'csv', {})
    .rows.map((cells, index) => ({ row: index + 1, names: cells.filter((cell) => cell !== '') }))
    .filter(({ names }) => names.length > 0);
  const rows = filled.filter(({ names }) => names.length > 1);
  if (rows.length === 0) {
    throw new ArmillaryError('invalid', 'There are no names in it. Each row needs two names or more, one a cell; nothing was changed.');
  }
  const before = aliasGroups(context.db);
  const { step } = context.step('Import aliases', (change) => {
    for (const { row, names } of rows) {
      const wanted = new Set(names.map(plainAlias));
      const joined = aliasGroups(context.db).filter((group) => group.names.some((name) => wanted.has(plainAlias(name))));
      if (joined.length > 1) {
        throw new ArmillaryError(
          'conflict',
          `Row ${row} has names of two groups: ${names.join(', ')}. Nothing was changed: join these groups first.`,
        );
      }
      addNames(context, joined[0], names);
    }
    change.changed('aliases');
  });
  const after = aliasGroups(context.db);
  const count = (groups: typeof after) => groups.reduce((sum, { names }) => sum + names.length, 0);
  return { groups: after.length - before.length, names: count(after) - count(before), alone: filled.length - rows.length, step };
}

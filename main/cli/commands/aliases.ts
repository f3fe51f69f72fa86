import { readFile } from 'node:fs/promises';
import { count, lines, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';

/** Names that stand for the same person, place or thing, a group a line. */
export async function listAliases({ engine }: Session): Promise<Outcome> {
  const groups = await engine.call('aliases.list', {});
  return { json: { groups }, text: lines(groups.map(({ names }) => names.join(' = '))), done: true };
}

/** Takes in a table: a group a row, a name a cell. */
export async function importAliases({ engine }: Session, path: string): Promise<Outcome> {
  const { groups, names, alone } = await engine.call('aliases.import', { bytes: await readFile(path) });
  const leftOut = alone === 0 ? '' : `, ${count(alone, 'row')} with one name alone left out`;
  return { json: { groups, names, alone }, text: `${count(names, 'name')} and ${count(groups, 'group')} added${leftOut}\n`, done: true };
}

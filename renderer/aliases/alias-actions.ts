import type { AliasGroup, EngineClient, Shell } from '../../contract/index.ts';
import { notify, notifyError } from '../ui/index.ts';
import { notifyDeed } from '../undo/notify-deed.ts';
import { recordStep } from '../undo/timeline.ts';

/** Names as typed in one field: parted by commas, semicolons or lines. */
export function namesIn(typed: string): string[] {
  return typed
    .split(/[,;，；、\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Makes a group of names. Whether it was made. */
export async function addGroup(engine: EngineClient, names: string[]): Promise<boolean> {
  try {
    const { step } = await engine.call('aliases.put', { names });
    recordStep(engine, `Names that are one: ${names.join(', ')}`, step);
    return true;
  } catch (error) {
    notifyError(error);
    return false;
  }
}

/** Sets the names of a group; one name alone stands for nothing else, and the group ends. */
export async function setNames(engine: EngineClient, { id, names: were }: AliasGroup, names: string[]): Promise<void> {
  const kept = names.length < 2 ? [] : names;
  try {
    const { step } = await engine.call('aliases.put', { groupId: id, names: kept });
    const deed = recordStep(engine, `Names of ${were[0]}`, step);
    if (kept.length === 0) notifyDeed(`${were.join(', ')} are no longer one.`, deed);
  } catch (error) {
    notifyError(error);
  }
}

/** Takes in a table that the analyst chooses: a group a row, a name a cell. */
export async function importNames(engine: EngineClient, shell: Shell): Promise<void> {
  try {
    const [picked] = await shell.call('pickFiles', {});
    if (picked === undefined) return;
    const { groups, names, alone, step } = await engine.call('aliases.import', { bytes: picked.bytes });
    const leftOut = alone === 0 ? '' : ` ${words(alone, 'row')} with one name alone left out.`;
    if (names === 0) notify({ message: `All names of ${picked.name} are here already.${leftOut}` });
    else {
      const deed = recordStep(engine, 'Import names', step);
      notifyDeed(`${words(names, 'name')} and ${words(groups, 'new group')} came in.${leftOut}`, deed);
    }
  } catch (error) {
    notifyError(error);
  }
}

function words(count: number, one: string): string {
  return count === 1 ? `1 ${one}` : `${new Intl.NumberFormat().format(count)} ${one}s`;
}

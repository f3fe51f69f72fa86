import type { EngineClient, SavedSearch } from '../../../contract/index.ts';
import { notifyError } from '../../ui/index.ts';
import { notifyDeed } from '../../undo/notify-deed.ts';
import { recordStep } from '../../undo/timeline.ts';

/** Keeps a search by name. */
export async function saveSearch(engine: EngineClient, name: string, text: string): Promise<void> {
  try {
    const { step } = await engine.call('searches.save', { name, text });
    notifyDeed(`Saved the search “${name}”.`, recordStep(engine, `Save the search “${name}”`, step));
  } catch (error) {
    notifyError(error);
  }
}

export async function renameSearch(engine: EngineClient, { id, name: was }: SavedSearch, typed: string): Promise<void> {
  const name = typed.trim();
  if (name === '' || name === was) return;
  try {
    const { step } = await engine.call('searches.update', { searchId: id, name });
    recordStep(engine, `Rename the search “${was}”`, step);
  } catch (error) {
    notifyError(error);
  }
}

export async function removeSearch(engine: EngineClient, { id, name }: SavedSearch): Promise<void> {
  try {
    const { step } = await engine.call('searches.remove', { searchId: id });
    notifyDeed(`Removed the search “${name}”.`, recordStep(engine, `Remove the search “${name}”`, step));
  } catch (error) {
    notifyError(error);
  }
}

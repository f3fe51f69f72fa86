import type { Collection, DocumentSummary, EngineClient, Params } from '../../../contract/index.ts';
import { notifyError } from '../../ui/index.ts';
import type { Place } from '../../ui/tree/index.ts';
import { notifyDeed } from '../../undo/notify-deed.ts';
import { recordStep } from '../../undo/timeline.ts';
import { namesOf } from '../document-actions.ts';
import { showPlace, useLibraryView } from '../library-view.ts';

const number = new Intl.NumberFormat();

/** Rejects where the engine refuses. */
export async function addCollection(engine: EngineClient, asked: Params<'collections.add'>): Promise<Collection> {
  const { collection, step } = await engine.call('collections.add', asked);
  recordStep(engine, `New collection “${collection.name}”`, step);
  return collection;
}

export async function renameCollection(engine: EngineClient, { id, name: was }: Collection, typed: string): Promise<void> {
  const name = typed.trim();
  if (name === '' || name === was) return;
  try {
    const { step } = await engine.call('collections.rename', { collectionId: id, name });
    recordStep(engine, `Rename “${was}”`, step);
  } catch (error) {
    notifyError(error);
  }
}

export async function moveCollection(engine: EngineClient, { id, name }: Collection, place: Place): Promise<void> {
  try {
    const { step } = await engine.call('collections.move', { collectionId: id, ...place });
    recordStep(engine, `Move “${name}”`, step);
  } catch (error) {
    notifyError(error);
  }
}

/** With those below it; the message offers to take it back. */
export async function removeCollection(engine: EngineClient, { id, name, documents }: Collection): Promise<void> {
  try {
    const { step } = await engine.call('collections.remove', { collectionId: id });
    const deed = recordStep(engine, `Delete the collection “${name}”`, step);
    if (useLibraryView.getState().collectionId === id) showPlace({ bin: false, collectionId: null });
    const kept =
      documents === 0 ? '' : ` Its ${documents === 1 ? 'document stays' : `${number.format(documents)} documents stay`} in the library.`;
    notifyDeed(`Deleted the collection “${name}”.${kept}`, deed);
  } catch (error) {
    notifyError(error);
  }
}

type Documents = readonly Pick<DocumentSummary, 'id' | 'title'>[];

export async function putInto(engine: EngineClient, { id, name }: Collection, documents: Documents): Promise<void> {
  try {
    const { step } = await engine.call('collections.put', { collectionId: id, documentIds: documents.map((document) => document.id) });
    notifyDeed(`Put ${namesOf(documents)} into “${name}”.`, recordStep(engine, `Put ${namesOf(documents)} into “${name}”`, step));
  } catch (error) {
    notifyError(error);
  }
}

/** Makes a collection with these documents in it, in one step. */
export async function putIntoNew(engine: EngineClient, name: string, documents: Documents): Promise<void> {
  try {
    const { step } = await engine.call('collections.add', { name, documentIds: documents.map((document) => document.id) });
    notifyDeed(`Put ${namesOf(documents)} into the new “${name}”.`, recordStep(engine, `New collection “${name}”`, step));
  } catch (error) {
    notifyError(error);
  }
}

export async function takeOutOf(engine: EngineClient, { id, name }: Collection, documents: Documents): Promise<void> {
  try {
    const { step } = await engine.call('collections.take', { collectionId: id, documentIds: documents.map((document) => document.id) });
    notifyDeed(`Took ${namesOf(documents)} out of “${name}”.`, recordStep(engine, `Take ${namesOf(documents)} out of “${name}”`, step));
  } catch (error) {
    notifyError(error);
  }
}

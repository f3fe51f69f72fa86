import { Folder, FolderPlus } from 'lucide-react';
import { useMemo } from 'react';
import { useAsk, useEngine } from '../../engine/engine.tsx';
import { Dialog, fuzzyScore, type Pick, PickList } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { namesOf } from '../document-actions.ts';
import { fold } from '../order.ts';
import { putInto, putIntoNew } from './collection-actions.ts';
import { pathOf } from './collection-tree.ts';

/** Stands before the name of a collection that is still to be made. */
const makes = 'make:';

/** A collection to find by typing, or to make, for the documents that are chosen. */
export function CollectDialog() {
  const engine = useEngine();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const ids = useWorkspace((state) => state.selectedDocumentIds);
  const { data: all } = useAsk('documents.list', {});
  const { data: collections = [] } = useAsk('collections.list', {});
  const { data: contents = [] } = useAsk('collections.contents', {});
  const documents = useMemo(() => {
    const chosen = new Set(ids);
    return (all ?? []).filter(({ id }) => chosen.has(id));
  }, [all, ids]);
  const full = useMemo(() => {
    const holds = (documentIds: readonly string[]) => {
      const within = new Set(documentIds);
      return ids.every((id) => within.has(id));
    };
    return new Set(contents.filter(({ documentIds }) => holds(documentIds)).map(({ collectionId }) => collectionId));
  }, [contents, ids]);

  const find = (typed: string): Pick[] => {
    const found = collections.flatMap((collection) => {
      const path = pathOf(collections, collection);
      const score = typed === '' ? 0 : (fuzzyScore(typed, collection.name) ?? fuzzyScore(typed, [...path, collection.name].join(' ')));
      return score === null ? [] : [{ collection, path, score }];
    });
    const isTaken = collections.some(({ name }) => fold(name) === fold(typed));
    return [
      ...found
        .toSorted((a, b) => b.score - a.score)
        .map(({ collection: { id, name }, path }) => ({
          id,
          label: name,
          icon: <Folder aria-hidden size={14} />,
          ...(path.length === 0 ? {} : { before: `${path.join(' › ')} ›` }),
          ...(full.has(id) ? { after: documents.length === 1 ? 'already in it' : 'all are in it' } : {}),
        })),
      ...(typed === '' || isTaken
        ? []
        : [{ id: makes + typed, label: `New collection “${typed}”`, icon: <FolderPlus aria-hidden size={14} /> }]),
    ];
  };
  const pick = (id: string) => {
    setOverlay(null);
    const collection = collections.find((each) => each.id === id);
    if (collection !== undefined) void putInto(engine, collection, documents);
    else void putIntoNew(engine, id.slice(makes.length), documents);
  };

  return (
    <Dialog title={`Put ${namesOf(documents)} into a collection`} bare onClose={() => setOverlay(null)}>
      <PickList
        label="Find or name a collection"
        placeholder={`Put ${namesOf(documents)} into…`}
        find={find}
        onPick={pick}
        nothing="There is no collection yet: type a name to make the first."
      />
    </Dialog>
  );
}

import type { Handlers } from '../kernel/context.ts';
import { contentsOfAll, putDocuments, takeDocuments } from './contents.ts';
import { addCollection, moveCollection, removeCollection, renameCollection } from './edit.ts';
import { listCollections } from './tree.ts';

export const collections: Handlers<'collections'> = {
  'collections.list': ({ db }) => listCollections(db),
  'collections.contents': ({ db }) => contentsOfAll(db),
  'collections.add': addCollection,
  'collections.rename': renameCollection,
  'collections.move': moveCollection,
  'collections.remove': removeCollection,
  'collections.put': putDocuments,
  'collections.take': takeDocuments,
};

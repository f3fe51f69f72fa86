import { z } from 'zod';
import { Collection } from '../collection.ts';
import { Id } from '../scalars.ts';
import { nothing, step } from './parts.ts';

const collectionName = z.string().trim().min(1, 'a collection needs a name').max(200);

export const collectionsMethods = {
  /** All collections, parents before children, siblings by position. */
  'collections.list': { params: nothing, result: z.array(Collection) },
  /** Which documents are in which collection, those of its sub-collections not named; those in the bin are. */
  'collections.contents': { params: nothing, result: z.array(z.object({ collectionId: Id, documentIds: z.array(z.string()) })) },
  'collections.add': {
    params: z.object({
      name: collectionName,
      parentId: Id.nullable().default(null),
      /** Put into it at once. */
      documentIds: z.array(Id).default([]),
    }),
    result: z.object({ collection: Collection, step }),
  },
  'collections.rename': {
    params: z.object({ collectionId: Id, name: collectionName }),
    result: z.object({ collection: Collection, step }),
  },
  /** Below `parentId` (null: top level) to `position` among its siblings. `invalid` below itself. */
  'collections.move': {
    params: z.object({ collectionId: Id, parentId: Id.nullable(), position: z.int().nonnegative() }),
    result: z.object({ step }),
  },
  /** With its sub-collections. Their documents stay in the library. */
  'collections.remove': { params: z.object({ collectionId: Id }), result: z.object({ step }) },
  'collections.put': { params: z.object({ collectionId: Id, documentIds: z.array(Id).min(1) }), result: z.object({ step }) },
  /** Out of the collection and those below it. */
  'collections.take': { params: z.object({ collectionId: Id, documentIds: z.array(Id).min(1) }), result: z.object({ step }) },
} as const;

import { z } from 'zod';
import { Id } from './scalars.ts';

/** A named set of documents; may have sub-collections. A document may be in any number of them. */
export const Collection = z.object({
  id: Id,
  parentId: Id.nullable(),
  name: z.string(),
  /** Among its siblings, from 0. */
  position: z.int(),
  /** Documents in it that are not in the bin, those of its sub-collections not counted. */
  documents: z.int(),
});
export type Collection = z.infer<typeof Collection>;

import { z } from 'zod';
import { Bytes, Id } from '../scalars.ts';
import { AliasGroup } from '../search.ts';
import { nothing, step } from './parts.ts';

export const aliasesMethods = {
  'aliases.list': { params: nothing, result: z.array(AliasGroup) },
  /** Makes a group of names, or with `groupId` sets the names of that one; none ends it. `conflict` where another group has one of them. */
  'aliases.put': {
    params: z.object({ groupId: Id.optional(), names: z.array(z.string().trim().min(1).max(200)) }),
    result: z.object({ group: AliasGroup.nullable(), step }),
  },
  /**
   * A table with a group a row and a name a cell (CSV or TSV, in any encoding). Names that are there already join their groups;
   * a row with one name `alone` is left out.
   */
  'aliases.import': {
    params: z.object({ bytes: Bytes }),
    result: z.object({ groups: z.int(), names: z.int(), alone: z.int(), step }),
  },
} as const;

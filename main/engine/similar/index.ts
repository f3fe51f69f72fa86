import type { Handlers } from '../kernel/context.ts';
import { compareDocuments } from './compare.ts';
import { knownCopies, similarGroups, similarTo } from './groups.ts';

export { keepSimilar } from './background.ts';

export const similar: Handlers<'similar'> = {
  'similar.list': ({ db }, params) => similarTo(db, params),
  'similar.copies': ({ db }) => knownCopies(db),
  'similar.groups': similarGroups,
  'similar.compare': compareDocuments,
};

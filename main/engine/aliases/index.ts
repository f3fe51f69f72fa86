import type { Handlers } from '../kernel/context.ts';
import { aliasGroups, putGroup } from './groups.ts';
import { importAliases } from './import.ts';

export { aliasGroups } from './groups.ts';

export const aliases: Handlers<'aliases'> = {
  'aliases.list': ({ db }) => aliasGroups(db),
  'aliases.put': putGroup,
  'aliases.import': importAliases,
};

import type { Handlers } from '../kernel/context.ts';

export const ids: Handlers<'ids'> = {
  'ids.mint': (context, { count }) => ({ ids: Array.from({ length: count }, () => context.newId()) }),
};

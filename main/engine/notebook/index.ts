import type { Handlers } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { checkNotebook } from './check.ts';
import { ensureAnalyst } from './create.ts';
import { notebookInfo } from './info.ts';

export { createNotebook, ensureAnalyst } from './create.ts';

const setAnalyst = statement<[string]>('UPDATE notebook SET analyst_id = ?');

/** The sample articles have a folder of their own. */
export const notebook: Omit<Handlers<'notebook'>, 'notebook.addSample'> = {
  'notebook.info': notebookInfo,
  'notebook.check': checkNotebook,
  /** Who works from now on; what others tagged and wrote stays theirs. */
  'notebook.setAnalyst': (context, { name }) =>
    context.write((change) => {
      setAnalyst(context.db).run(ensureAnalyst(context.db, name, context));
      change.changed('notebook');
      return notebookInfo(context);
    }),
};

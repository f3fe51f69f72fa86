import { type Outcome, table } from '../outcome.ts';
import type { Session } from '../session.ts';

export async function listDocuments({ engine }: Session): Promise<Outcome> {
  const documents = (await engine.call('documents.list', {})).map(({ id, title, language, words, passages }) => ({
    id,
    title,
    language,
    words,
    passages,
  }));
  const rows = documents.map(({ id, title, language, words, passages }) => [id, language, `${words}`, `${passages}`, title]);
  return { json: { documents }, text: table([['ID', 'LANGUAGE', 'WORDS', 'PASSAGES', 'TITLE'], ...rows]), done: true };
}

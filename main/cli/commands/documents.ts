import { gradeText } from '../../../contract/index.ts';
import { type Outcome, table } from '../outcome.ts';
import type { Session } from '../session.ts';

export async function listDocuments({ engine }: Session): Promise<Outcome> {
  const documents = (await engine.call('documents.list', {})).map(({ id, title, language, words, passages, source }) => ({
    id,
    title,
    language,
    words,
    passages,
    grade: gradeText(source),
  }));
  const rows = documents.map(({ id, title, language, words, passages, grade }) => [id, language, `${words}`, `${passages}`, grade, title]);
  return { json: { documents }, text: table([['ID', 'LANGUAGE', 'WORDS', 'PASSAGES', 'GRADE', 'TITLE'], ...rows]), done: true };
}

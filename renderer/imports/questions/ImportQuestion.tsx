import { useQuestion } from './question.ts';
import { ReferencesDialog } from './ReferencesDialog.tsx';
import { TableDialog } from './TableDialog.tsx';

/** What an import has to ask, on screen. */
export function ImportQuestion() {
  const question = useQuestion((state) => state.question);
  if (question === null) return null;
  // Each question begins anew.
  if (question.kind === 'table') return <TableDialog key={question.file.name} question={question} />;
  return <ReferencesDialog question={question} />;
}

import { create } from 'zustand';
import type { BibliographyReport, EngineClient, ImportFile, TablePreview, TableReading } from '../../../contract/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';

/** How a table is to be read, and whether those with the same columns are to be read alike; or that it stays out, or all does. */
export type TableAnswer = { reading: TableReading; forAlike: boolean } | 'skip' | 'cancel';

export interface TableQuestion {
  kind: 'table';
  file: ImportFile;
  /** As it would be read by what can be guessed. */
  preview: TablePreview;
  /** Tables whose turn comes after this one. */
  others: number;
  /** Whether there are other files beside it, so that it can stay out alone. */
  canSkip: boolean;
  answer(answer: TableAnswer): void;
}

export interface ReferencesQuestion {
  kind: 'references';
  name: string;
  preview: BibliographyReport;
  answer(answer: 'import' | 'cancel'): void;
}

/** What an import has to ask the analyst before it goes on. */
export const useQuestion = create<{ question: TableQuestion | ReferencesQuestion | null }>()(() => ({ question: null }));

/** Asks how a table is to be read. */
export function askAboutTable(engine: EngineClient, about: Omit<TableQuestion, 'kind' | 'answer'>): Promise<TableAnswer> {
  return ask<TableAnswer>(engine, (answer) => ({ kind: 'table', ...about, answer }));
}

/** Asks whether a list of references is to be taken in. */
export function askAboutReferences(engine: EngineClient, about: Omit<ReferencesQuestion, 'kind' | 'answer'>): Promise<'import' | 'cancel'> {
  return ask<'import' | 'cancel'>(engine, (answer) => ({ kind: 'references', ...about, answer }));
}

/** Shows a question until it is answered; where the notebook is closed or lost meanwhile, the answer is to cancel. */
function ask<A>(engine: EngineClient, toQuestion: (answer: (given: A | 'cancel') => void) => TableQuestion | ReferencesQuestion) {
  const { setOverlay } = useWorkspace.getState();
  return new Promise<A | 'cancel'>((resolve) => {
    const answer = (given: A | 'cancel') => {
      stopShowing();
      stopListening();
      useQuestion.setState({ question: null });
      if (useWorkspace.getState().overlay === 'import-question') setOverlay(null);
      resolve(given);
    };
    // What was shown over it (the search, say) gives its place back.
    const stopShowing = useWorkspace.subscribe(({ overlay }) => {
      if (overlay === null) setOverlay('import-question');
    });
    const stopListening = engine.onClose(() => answer('cancel'));
    useQuestion.setState({ question: toQuestion(answer) });
    setOverlay('import-question');
  });
}

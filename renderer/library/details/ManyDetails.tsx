import { useEffect, useState } from 'react';
import type { DocumentSummary } from '../../../contract/index.ts';
import { useEngine } from '../../engine/engine.tsx';
import { Dialog, InlineError, Select, type SelectChoice, Spinner, TextField } from '../../ui/index.ts';
import { recordStep } from '../../undo/timeline.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { DetailsDialog } from './DetailsDialog.tsx';
import styles from './DocumentDetails.module.css';
import { problemsIn } from './details.ts';
import { languageChoices } from './languages.ts';
import { changesInMany, type ManyFields, sharedBy } from './many-details.ts';
import { credibilityChoices, reliabilityChoices } from './reliability.ts';

/** What is known of several documents at once, as the notebook has it when this opens. */
export function ManyDetails({ documentIds }: { documentIds: readonly string[] }) {
  const engine = useEngine();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const [documents, setDocuments] = useState<readonly DocumentSummary[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    const leaving = new AbortController();
    engine.call('documents.list', { documentIds: [...documentIds] }, { signal: leaving.signal }).then(setDocuments, (error: unknown) => {
      if (!leaving.signal.aborted) setProblem(error);
    });
    return () => leaving.abort();
  }, [engine, documentIds]);
  if (documents !== null && documents.length > 0) return <Form documents={documents} />;
  return (
    <Dialog title="Details of the selected documents" onClose={() => setOverlay(null)}>
      {problem !== null ? <InlineError error={problem} /> : documents === null ? <Spinner /> : <p>No document is selected.</p>}
    </Dialog>
  );
}

/** A field in which the documents differ says so, and stays as it is in each unless it is touched. One step takes all back. */
function Form({ documents }: { documents: readonly DocumentSummary[] }) {
  const engine = useEngine();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const [shared] = useState(() => sharedBy(documents));
  const [touched, setTouched] = useState<Partial<ManyFields>>({});
  const [refusal, setRefusal] = useState<unknown>(null);
  const [tried, setTried] = useState(false);
  const problems = tried ? problemsIn(touched) : {};
  const set = (changed: Partial<ManyFields>) => setTouched((was) => ({ ...was, ...changed }));
  const many = `${new Intl.NumberFormat().format(documents.length)} ${documents.length === 1 ? 'document' : 'documents'}`;

  const close = async () => {
    setTried(true);
    if (Object.keys(problemsIn(touched)).length > 0) return;
    try {
      const changes = changesInMany(touched, shared);
      if (changes !== null) {
        const { step } = await engine.call('documents.updateAll', { documentIds: documents.map(({ id }) => id), ...changes });
        recordStep(engine, `Details of ${many}`, step);
      }
      setOverlay(null);
    } catch (error) {
      setRefusal(error);
    }
  };
  const textField = (name: 'author' | 'publisher' | 'url' | 'published' | 'accessed', label: string) => (
    <TextField
      label={label}
      value={touched[name] ?? shared[name] ?? ''}
      onChange={(value) => set({ [name]: value })}
      error={problems[name] ?? null}
      autoFocus={name === 'author'}
      {...(touched[name] === undefined && shared[name] === undefined ? { placeholder: 'various' } : {})}
    />
  );
  const languages = languageChoices(shared.language ?? 'und');

  return (
    <DetailsDialog
      title={`Details of ${many}`}
      leave="Leave as they were"
      refusal={refusal}
      onDone={() => void close()}
      onLeave={() => setOverlay(null)}
    >
      <div className={styles.fields}>
        {textField('author', 'Author')}
        {textField('publisher', 'Publisher')}
        <div className={styles.wide}>{textField('url', 'Address (URL)')}</div>
        {textField('published', 'Published')}
        {textField('accessed', 'Accessed')}
        <ChoiceOf
          label="Language"
          choices={languages}
          value={touched.language ?? shared.language}
          onChange={(language) => set({ language })}
        />
        <span />
        <ChoiceOf
          label="Reliability of the source"
          choices={reliabilityChoices}
          value={touched.reliability ?? shared.reliability}
          onChange={(reliability) => set({ reliability })}
        />
        <ChoiceOf
          label="Credibility of its reports"
          choices={credibilityChoices}
          value={touched.credibility ?? shared.credibility}
          onChange={(credibility) => set({ credibility })}
        />
      </div>
      <p className={styles.aside}>What you do not touch stays as it is in each document.</p>
    </DetailsDialog>
  );
}

interface ChoiceOfProps<K extends string> {
  label: string;
  choices: readonly SelectChoice<K>[];
  value: K | undefined;
  onChange: (value: K) => void;
}

/** A choice that also says that the documents differ, until one is made. */
function ChoiceOf<K extends string>({ label, choices, value, onChange }: ChoiceOfProps<K>) {
  const various: SelectChoice<K | 'various'> = { id: 'various', label: 'various' };
  return (
    <Select<K | 'various'>
      label={label}
      choices={value === undefined ? [various, ...choices] : choices}
      value={value ?? 'various'}
      onChange={(chosen) => {
        if (chosen !== 'various') onChange(chosen);
      }}
    />
  );
}

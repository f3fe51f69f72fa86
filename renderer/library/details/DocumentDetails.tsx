import { useEffect, useState } from 'react';
import type { Document } from '../../../contract/index.ts';
import { useEngine } from '../../engine/engine.tsx';
import { SimilarChip } from '../../similar/SimilarChip.tsx';
import { Dialog, InlineError, Select, Spinner, TextField } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { updateDocument } from '../document-actions.ts';
import { useLibraryView } from '../library-view.ts';
import { DetailsDialog } from './DetailsDialog.tsx';
import styles from './DocumentDetails.module.css';
import { changesIn, type Details, detailsOf, problemsIn } from './details.ts';
import { languageChoices } from './languages.ts';
import { Original } from './Original.tsx';
import { credibilityChoices, reliabilityChoices } from './reliability.ts';

/** What is known of the open document, as the notebook has it when this opens. */
export function DocumentDetails() {
  const engine = useEngine();
  const documentId = useWorkspace((state) => state.documentId);
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const [document, setDocument] = useState<Document | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (documentId === null) return;
    const leaving = new AbortController();
    engine.call('documents.get', { documentId }, { signal: leaving.signal }).then(setDocument, (error: unknown) => {
      if (!leaving.signal.aborted) setProblem(error);
    });
    return () => leaving.abort();
  }, [engine, documentId]);
  if (document !== null) return <Form document={document} />;
  return (
    <Dialog title="Document details" onClose={() => setOverlay(null)}>
      {problem === null ? <Spinner /> : <InlineError error={problem} />}
    </Dialog>
  );
}

/** Closing keeps what was changed, as one step that can be undone; where something is wrong it says so and stays. */
function Form({ document }: { document: Document }) {
  const engine = useEngine();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const [details, setDetails] = useState(() => detailsOf(document));
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [atOriginal] = useState(() => useLibraryView.getState().detailsAt === 'original');
  useEffect(() => useLibraryView.setState({ detailsAt: 'title' }), []);
  const problems = tried ? problemsIn(details) : {};
  const set = (changed: Partial<Details>) => setDetails((was) => ({ ...was, ...changed }));

  const close = async (then: 'similar' | null = null) => {
    setTried(true);
    if (Object.keys(problemsIn(details)).length > 0) return;
    try {
      const changes = changesIn(details, document);
      if (changes !== null) await updateDocument(engine, `Details of “${document.title}”`, { documentId: document.id, ...changes });
      setOverlay(then);
    } catch (error) {
      setRefusal(error);
    }
  };

  return (
    <DetailsDialog
      title="Document details"
      leave="Leave as it was"
      refusal={refusal}
      onDone={() => void close()}
      onLeave={() => setOverlay(null)}
    >
      <div className={styles.fields}>
        <div className={styles.wide}>
          <TextField
            label="Title"
            autoFocus={!atOriginal}
            value={details.title}
            onChange={(title) => set({ title })}
            error={problems.title ?? null}
          />
        </div>
        <TextField label="Author" value={details.author} onChange={(author) => set({ author })} />
        <TextField label="Publisher" value={details.publisher} onChange={(publisher) => set({ publisher })} />
        <div className={styles.wide}>
          <TextField label="Address (URL)" value={details.url} onChange={(url) => set({ url })} />
        </div>
        <TextField
          label="Published"
          placeholder="2024, 2024-05 or 2024-05-12"
          value={details.published}
          onChange={(published) => set({ published })}
          error={problems.published ?? null}
        />
        <TextField
          label="Accessed"
          placeholder="2024-05-12"
          value={details.accessed}
          onChange={(accessed) => set({ accessed })}
          error={problems.accessed ?? null}
        />
        <Select
          label="Language"
          choices={languageChoices(document.language)}
          value={details.language}
          onChange={(language) => set({ language })}
        />
        <span className={styles.similar}>
          <SimilarChip documentId={document.id} onPress={() => void close('similar')} />
        </span>
        <Select
          label="Reliability of the source"
          choices={reliabilityChoices}
          value={details.reliability}
          onChange={(reliability) => set({ reliability })}
        />
        <Select
          label="Credibility of its reports"
          choices={credibilityChoices}
          value={details.credibility}
          onChange={(credibility) => set({ credibility })}
        />
      </div>
      <Original document={document} isAskedFor={atOriginal} />
    </DetailsDialog>
  );
}

import { useState } from 'react';
import type { Document } from '../../contract/index.ts';
import { useAsk, useEngine } from '../engine/engine.tsx';
import { Button, Dialog, InlineError, Select, Spinner, TextField } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './DocumentDetails.module.css';
import { changesIn, type Details, detailsOf, problemsIn } from './details.ts';
import { updateDocument } from './document-actions.ts';
import { languageChoices } from './languages.ts';
import { Original } from './Original.tsx';
import { gradeChoices } from './reliability.ts';

/** What is known of the open document. */
export function DocumentDetails() {
  const documentId = useWorkspace((state) => state.documentId);
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const { data: document, error, isFetchedAfterMount } = useAsk('documents.get', documentId === null ? null : { documentId });
  if (document !== undefined && document.id === documentId && isFetchedAfterMount) return <Form document={document} />;
  return (
    <Dialog title="Document details" onClose={() => setOverlay(null)}>
      {error === null ? <Spinner /> : <InlineError error={error} />}
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
  const problems = tried ? problemsIn(details) : {};
  const set = (changed: Partial<Details>) => setDetails((was) => ({ ...was, ...changed }));

  const close = async () => {
    setTried(true);
    if (Object.keys(problemsIn(details)).length > 0) return;
    try {
      const changes = changesIn(details, document);
      if (changes !== null) await updateDocument(engine, `Details of “${document.title}”`, { documentId: document.id, ...changes });
      setOverlay(null);
    } catch (error) {
      setRefusal(error);
    }
  };

  return (
    <Dialog
      title="Document details"
      onClose={() => void close()}
      footer={
        <>
          <Button variant="quiet" onPress={() => setOverlay(null)}>
            Leave as it was
          </Button>
          <Button variant="primary" onPress={() => void close()}>
            Done
          </Button>
        </>
      }
    >
      {refusal === null ? null : <InlineError error={refusal} />}
      <div className={styles.fields}>
        <div className={styles.wide}>
          <TextField label="Title" autoFocus value={details.title} onChange={(title) => set({ title })} error={problems.title ?? null} />
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
        <Select
          label="Reliability of the source"
          choices={gradeChoices}
          value={details.reliability}
          onChange={(reliability) => set({ reliability })}
        />
      </div>
      <Original document={document} />
    </Dialog>
  );
}

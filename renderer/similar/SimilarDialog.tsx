import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SimilarDocument } from '../../contract/index.ts';
import { useAsk, useEngine } from '../engine/engine.tsx';
import { removeDocuments } from '../library/document-actions.ts';
import { Button, Dialog, EmptyState, InlineError, Spinner } from '../ui/index.ts';
import { WalkList } from '../versions/comparison/WalkList.tsx';
import { counted } from '../versions/words.ts';
import { flushUnsaved } from '../workspace/unsaved.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { SimilarDetail } from './SimilarDetail.tsx';
import styles from './SimilarDialog.module.css';
import { SimilarRow } from './SimilarRow.tsx';

/** Height of a row in CSS pixels: a title over two lines of facts. */
const rowHeight = 68;
const idOf = ({ document }: SimilarDocument) => document.id;

/** The near-duplicates of the open document, and what differs in each. */
export function SimilarDialog() {
  const documentId = useWorkspace((state) => state.documentId);
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const { data, error, isPlaceholderData } = useAsk('similar.list', documentId === null ? null : { documentId });
  useEffect(() => {
    // What was typed a moment ago is part of the text that the others are compared with.
    void flushUnsaved();
  }, []);
  if (documentId !== null && data !== undefined && !isPlaceholderData && data.documents.length > 0) {
    return <Group documentId={documentId} documents={data.documents} pending={data.pending} />;
  }
  return (
    <Dialog title="Near-duplicates" onClose={() => setOverlay(null)} readOnly>
      {error !== null ? (
        <InlineError error={error} />
      ) : data === undefined || isPlaceholderData ? (
        <Spinner label="Looking for near-duplicates" />
      ) : (
        <EmptyState icon={<Copy aria-hidden size={28} strokeWidth={1.25} />}>
          The library has no near-duplicate of this document. Texts that came or changed are compared while nothing else is written.
        </EmptyState>
      )}
    </Dialog>
  );
}

interface GroupProps {
  documentId: string;
  documents: SimilarDocument[];
  /** Documents of the notebook that are still to be compared. */
  pending: number;
}

function Group({ documentId, documents, pending }: GroupProps) {
  const engine = useEngine();
  const { setOverlay, openDocument } = useWorkspace.getState();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = documents.find(({ document }) => document.id === chosenId) ?? documents[0];
  const close = () => setOverlay(null);
  const open = () => {
    if (chosen === undefined) return;
    close();
    openDocument(chosen.document.id);
  };
  const removeAll = async () => {
    await removeDocuments(
      engine,
      documents.map(({ document }) => document),
    );
    close();
  };
  return (
    <Dialog
      title="Near-duplicates"
      size="l"
      onClose={close}
      footer={
        <>
          {pending === 0 ? null : (
            <span className={styles.pending}>{`${counted(pending, 'document')} of the notebook still to be compared`}</span>
          )}
          <Button onPress={() => void removeAll()}>
            {documents.length === 1 ? 'Move it to the bin' : `Move all ${documents.length} to the bin`}
          </Button>
          <Button variant="primary" onPress={open}>
            Open this one
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <WalkList
          label="Near-duplicates, the most alike first"
          items={documents}
          idOf={idOf}
          rowHeight={rowHeight}
          activeId={chosen?.document.id ?? null}
          onActive={setChosenId}
          row={(similar) => <SimilarRow similar={similar} />}
          onKey={(event) => {
            if (event.key !== 'Enter') return false;
            open();
            return true;
          }}
          takesFocus
        />
        <div className={styles.main}>
          {chosen === undefined ? null : <SimilarDetail key={chosen.document.id} documentId={documentId} similar={chosen} />}
        </div>
      </div>
    </Dialog>
  );
}

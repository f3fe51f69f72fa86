import { FileText } from 'lucide-react';
import { useLayoutEffect, useState } from 'react';
import { runCommand } from '../commands/commands.ts';
import { useEngine } from '../engine/engine.tsx';
import { Button, EmptyState, InlineError, Spinner } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { DocumentEditor } from './DocumentEditor.tsx';
import styles from './DocumentPane.module.css';
import { enterDocument, leaveDocument, type OpenDocument } from './sessions.ts';

/** The document that is open, to read, write and tag. */
export function DocumentPane() {
  const documentId = useWorkspace((state) => state.documentId);
  return documentId === null ? <NoDocument /> : <DocumentLoader key={documentId} documentId={documentId} />;
}

function NoDocument() {
  return (
    <EmptyState
      icon={<FileText aria-hidden size={28} strokeWidth={1.25} />}
      actions={
        <>
          <Button variant="primary" onPress={() => runCommand('document.import')}>
            Import files…
          </Button>
          <Button onPress={() => runCommand('document.paste')}>Paste text…</Button>
          <Button onPress={() => runCommand('document.new')}>Write a new one</Button>
        </>
      }
    >
      A document stands here: an article or report to read and tag. Open one from the library, or bring one in.
    </EmptyState>
  );
}

function DocumentLoader({ documentId }: { documentId: string }) {
  const engine = useEngine();
  const [opened, setOpened] = useState<OpenDocument | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);

  // Before the panes ask for their lists, which take longer: a layout effect, because their questions go out in effects.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try.
  useLayoutEffect(() => {
    let left = false;
    setError(null);
    enterDocument(engine, documentId).then(
      (document) => {
        if (!left) setOpened(document);
      },
      (problem: unknown) => {
        if (!left) setError(problem);
      },
    );
    return () => {
      left = true;
      void leaveDocument(engine, documentId);
    };
  }, [engine, documentId, attempt]);

  if (error !== null) {
    return (
      <div className={styles.problem}>
        <InlineError error={error} actions={<Button onPress={() => setAttempt(attempt + 1)}>Try again</Button>} />
      </div>
    );
  }
  return opened === null ? (
    <Spinner label="Opening the document" />
  ) : (
    <DocumentEditor document={opened.document} session={opened.session} />
  );
}

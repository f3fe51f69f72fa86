import { FileText } from 'lucide-react';
import { useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { runCommand } from '../commands/commands.ts';
import { useEngine } from '../engine/engine.tsx';
import { holdLists } from '../engine/opening.ts';
import { Button, EmptyState, InlineError, Spinner } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { DocumentEditor } from './DocumentEditor.tsx';
import styles from './DocumentPane.module.css';
import { enterDocument, foreseeDocument, leaveDocument, type OpenDocument } from './session/sessions.ts';

/** The document that is open, to read, write and tag. */
export function DocumentPane() {
  const engine = useEngine();
  const documentId = useWorkspace((state) => state.documentId);
  useEffect(
    () =>
      useWorkspace.subscribe((now, before) => {
        if (now.documentId !== null && now.documentId !== before.documentId) foreseeDocument(engine, now.documentId);
      }),
    [engine],
  );
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

/** Milliseconds after which the lists come also where no frame is drawn, as in a window that is hidden. */
const longestHold = 500;

function afterNextFrame(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
  setTimeout(run, longestHold);
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
    const letListsCome = holdLists();
    setError(null);
    enterDocument(engine, documentId).then(
      (document) => {
        if (left) return;
        // At once: whatever else is waiting would come before the page.
        flushSync(() => setOpened(document));
        afterNextFrame(letListsCome);
      },
      (problem: unknown) => {
        letListsCome();
        if (!left) setError(problem);
      },
    );
    return () => {
      left = true;
      letListsCome();
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
